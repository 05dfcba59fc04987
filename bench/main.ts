import { Command, Option } from 'commander'
import { UsageError } from '../src/problem/problem.ts'
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
  $ npm run bench                              everything, peers included; writes bench/results/
  $ npm run bench -- --quick                   under a minute, without the peers in Python
  $ npm run --silent bench -- --quick --json   nothing but one JSON document on standard output (npm itself says
                                               what it runs there, unless told to be silent)
  $ npm run bench -- --no-peers --no-service   Pulso's own engine alone
  $ npm run bench -- --data tweets.csv         real tweets instead of made-up ones
  $ npm run bench -- --growth --up-to 1000000  what more and more stored tweets cost, as a table and a picture
  $ npm run bench -- write-path                tweets stored a second, beside createMany

Peers are installed into bench/peers/ when they are first needed. Read ratios before times: machines differ, and
other programs on this one take their part.`

interface Flags extends RunOptions {
  readonly json?: true
  readonly growth?: true
  readonly upTo: number
  readonly directory?: string
}

/** What people read goes to standard error, so that standard output can be piped. */
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
  // A quick run, or a part, is nothing to quote.
  if (flags.quick || !flags.peers || !flags.service || !flags.inference) return
  const contents = { '.md': `${report}\n`, '.json': `${JSON.stringify(document, null, 2)}\n` }
  say(`Written to ${saveResults(document.machine, contents).join(' and ')}.`)
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
  say(`Written to ${saveResults(machine, contents).join(' and ')}; the database stays in ${directory}.`)
}

const writePathBenchmark = () =>
  new Command('write-path')
    .description('tweets stored a second on the embedded database, beside createMany')
    // The file is a script: it runs when it is loaded.
    .action(async () => void (await import('./write-path.ts')))

const program = new Command('npm run bench --')
  .description('Measures Pulso beside its peers, in one run on the same tweets and weights.')
  .option('--quick', 'a rough run in under a minute, without the peers in Python', false)
  .option('--json', 'one JSON document on standard output and nothing else; saves nothing')
  .option('--data <file>', 'take tweets from a CSV or NDJSON file, plain or packed')
  .option('--columns <names>', 'what its columns are, for a file without a header, as in id,entity,sentiment,text')
  .option('--no-peers', 'leave the peers out, and install nothing')
  .option('--no-inference', 'leave the engines out')
  .option('--no-service', 'leave the server out')
  .option('--growth', 'instead: what questions cost while more and more tweets are stored; goes on where it stopped')
  .addOption(
    new Option('--up-to <tweets>', 'how many; the last takes long and many gigabytes')
      .argParser(growthSize)
      .default(GROWTH_SIZES.at(-1)),
  )
  .option('--directory <path>', 'where the growing database is kept (with the data of this user)')
  .addOption(new Option('--rounds <number>', 'how often each engine is timed').argParser(wholeNumber).hideHelp())
  .addOption(new Option('--tweets <number>', 'the most tweets in a pass').argParser(wholeNumber).hideHelp())
  .addOption(new Option('--rows <number>', 'rows of each imported file').argParser(wholeNumber).hideHelp())
  .addOption(new Option('--seconds <number>', 'of each load').argParser(wholeNumber).hideHelp())
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
