import { configReader } from '../config.ts'
import { UsageError } from '../problem/problem.ts'
import { explainFileError } from '../tables/file-error.ts'
import { VERSION } from '../version.ts'
import { endWithParent } from './end-with-parent.ts'
import { runProgram } from './run-program.ts'

/** How long a failed command may take to close open resources. */
const LINGER_MS = 2_000

// `pulso …
// head` closes our output early. This is not a failure, and no reader is left.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  const explained = explainFileError(error, 'Standard output')
  console.error((explained as Error).message)
  process.exit(explained instanceof UsageError ? explained.exitCode : 1)
})

if (process.env.npm_command === 'exec') endWithParent()

process.exitCode = await runProgram({
  argv: process.argv.slice(2),
  version: VERSION,
  readConfig: configReader(process.env),
  isDebugging: ['debug', 'trace'].includes(process.env.PULSO_LOG_LEVEL ?? ''),
})
if (process.exitCode !== 0) setTimeout(() => process.exit(), LINGER_MS).unref()
