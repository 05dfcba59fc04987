import { Command } from 'commander'
import { inferenceBenchmark } from './inference.ts'

const program = new Command('npm run bench --')
  .description(
    'Benchmarks. Each runs its peers in the same run and prints ratios, because times differ from machine to machine.',
  )
  .addCommand(inferenceBenchmark())

if (process.argv.length > 2) await program.parseAsync()
else program.outputHelp()
