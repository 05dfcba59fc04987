import { Command } from 'commander'
import { inferenceBenchmark } from './inference.ts'
import { trainingStepBenchmark } from './training-step.ts'

const writePathBenchmark = () =>
  new Command('write-path')
    .description('tweets stored a second on the embedded database, beside createMany')
    // The file is a script: it runs when it is loaded.
    .action(async () => void (await import('./write-path.ts')))

const program = new Command('npm run bench --')
  .description(
    'Benchmarks. Each runs its peers in the same run and prints ratios, because times differ from machine to machine.',
  )
  .addCommand(inferenceBenchmark())
  .addCommand(writePathBenchmark())
  .addCommand(trainingStepBenchmark())

if (process.argv.length > 2) await program.parseAsync()
else program.outputHelp()
