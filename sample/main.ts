import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../src/cli/run-program.ts'
import { configReader } from '../src/config.ts'
import { scriptCommand } from '../src/process/script-command.ts'
import { VERSION } from '../src/version.ts'
import { SAMPLE_FILE_NAME } from './sample-file-name.ts'
import { sampleFile } from './sample-tweets.ts'

/* `npm run sample`: stores the sample with `pulso import`, beside a server that runs or without one. Again, it stores nothing twice. */

scriptCommand('sample', 'Stores made-up tweets with `pulso import`, beside a server that runs or without one.').parse()

const directory = await mkdtemp(join(tmpdir(), 'pulso-sample-'))
const file = join(directory, SAMPLE_FILE_NAME)
try {
  await writeFile(file, sampleFile(Date.now()))
  process.exitCode = await runProgram({
    argv: ['import', file, '--labels-cover', 'sample', '--rejects', join(directory, 'rejects.csv')],
    version: VERSION,
    readConfig: configReader(process.env),
    isDebugging: false,
  })
} finally {
  await rm(directory, { recursive: true, force: true })
}
