import { configReader } from '../config.ts'
import { VERSION } from '../version.ts'
import { endWithParent } from './end-with-parent.ts'
import { outliveReaders } from './output/standard-output.ts'
import { runProgram } from './run-program.ts'

/** How long a failed command may take to close open resources. */
const LINGER_MS = 2_000

outliveReaders()

if (process.env.npm_command === 'exec') endWithParent()

process.exitCode = await runProgram({
  argv: process.argv.slice(2),
  version: VERSION,
  readConfig: configReader(process.env),
  isDebugging: ['debug', 'trace'].includes(process.env.PULSO_LOG_LEVEL ?? ''),
})
if (process.exitCode !== 0) setTimeout(() => process.exit(), LINGER_MS).unref()
