import { Command, Option } from 'commander'
import { UsageError } from '../src/problem/problem.ts'
import { scriptCommand } from '../src/process/script-command.ts'
import { growthChart } from './growth/growth-chart.ts'
import { growthDirectory } from './growth/growth-directory.ts'
import { growthReport } from './growth/growth-report.ts'
import { growthSize } from './growth/growth-size.ts'
import { GROWTH_SIZES, runGrowth } from './growth/run-growth.ts'
import { describeMachine } from './machine.ts'
import { benchReport } from './report.ts'
import { type RunOptions, runAll } from './run-all.ts'
import { saveResults } from './save-results.ts'
import { trainingStepBenchmark } from './training-step.ts'
import { wholeNumber } from './whole-number.ts'

const EXAMPLES = `
Examples:
  $ npm run bench                              all parts, including peers; writes bench/results/
  $ npm run bench -- --quick                   a rough run in under a minute, without Python peers
  $ npm run --silent bench -- --quick --json   one JSON document on standard output (--silent keeps npm's own
                                               output away)
  $ npm run bench -- --no-peers --no-service   only Pulso's own engine
  $ npm run bench -- --data tweets.csv         real tweets instead of synthetic ones
  $ npm run bench -- --growth --up-to 1000000  the cost of queries by stored tweets, as table and chart
  $ npm run bench -- write-path                tweets stored per second, compared with createMany

Peers are installed into bench/peers/ on first use. Trust ratios more than times: machines differ, and other
programs on this machine affect the times.`

interface Flags extends RunOptions {
  readonly json?: true
  readonly growth?: true
  readonly upTo: number
  readonly directory?: string
}

/** Messages go to standard error, so that standard output can be piped. */
const say = (line: string) => void process.stderr.write(`${line}\n`)

async function run(flags: Flags): Promise<void> {
  if (flags.growth) return grow(flags)
  const document = await runAll(flags, new Date(), say)
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  const report = benchReport(document)
  process.stdout.write(`${report}\n`)
  // Quick and partial runs are not saved.
  if (flags.quick || !flags.peers || !flags.service || !flags.inference) return
  const contents = { '.md': `${report}\n`, '.json': `${JSON.stringify(document, null, 2)}\n` }
  say(`Wrote ${saveResults(document.machine, contents).join(' and ')}.`)
}

async function grow({ json, upTo, directory = growthDirectory() }: Flags): Promise<void> {
  const machine = describeMachine(new Date())
  const growth = await runGrowth({ upTo, directory, say })
  if (json) {
    process.stdout.write(`${JSON.stringify({ machine, growth }, null, 2)}\n`)
    return
  }
  const report = growthReport(machine, growth)
  process.stdout.write(`${report}\n`)
  const contents = { '-growth.md': `${report}\n`, '-growth.svg': growthChart(growth) }
  say(`Wrote ${saveResults(machine, contents).join(' and ')}; the database is kept in ${directory}.`)
}

const writePathBenchmark = () =>
  new Command('write-path')
    .description('measure tweets stored per second on the embedded database, compared with createMany')
    // The file is a script that runs when it is loaded.
    .action(async () => void (await import('./write-path.ts')))

const program = scriptCommand('bench', 'Measures Pulso and its peers in one run on the same tweets and weights.')
  .option('--quick', 'a rough run in under a minute, without the Python peers', false)
  .option('--json', 'print one JSON document to standard output and save nothing')
  .option('--data <file>', 'take the tweets from a CSV or NDJSON file, plain or gzipped')
  .option('--columns <names>', 'columns of a file without a header, such as id,entity,sentiment,text')
  .option('--no-peers', 'exclude the peers, and install nothing')
  .option('--no-inference', 'exclude the engines')
  .option('--no-service', 'exclude the server')
  .option('--growth', 'instead: measure queries while more and more tweets are stored; resumes an interrupted run')
  .addOption(
    new Option('--up-to <tweets>', 'largest number of tweets; the last size takes long and many gigabytes')
      .argParser(growthSize)
      .default(GROWTH_SIZES.at(-1)),
  )
  .option('--directory <path>', "directory of the growing database (default: in this user's data directory)")
  .addOption(new Option('--rounds <number>', 'number of timings of each engine').argParser(wholeNumber).hideHelp())
  .addOption(new Option('--tweets <number>', 'largest number of tweets in a pass').argParser(wholeNumber).hideHelp())
  .addOption(new Option('--rows <number>', 'rows of each imported file').argParser(wholeNumber).hideHelp())
  .addOption(new Option('--seconds <number>', 'seconds of each load').argParser(wholeNumber).hideHelp())
  .addHelpText('after', EXAMPLES)
  .action(run)
  .addCommand(writePathBenchmark())
  .addCommand(trainingStepBenchmark())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
