import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { compareCommand } from './models/compare.ts'
import { importModelCommand } from './models/import.ts'
import { listCommand } from './models/list.ts'
import { promoteCommand } from './models/promote.ts'
import { quantiseCommand } from './models/quantise.ts'
import { reclassifyCommand } from './models/reclassify.ts'

/** In the order in which they are needed. */
const SUBCOMMANDS = [
  listCommand,
  importModelCommand,
  quantiseCommand,
  compareCommand,
  promoteCommand,
  reclassifyCommand,
]

const EXAMPLES = `
Examples:
  $ pulso models list
  $ pulso models list --format json | jq '.[].version'
  $ pulso models import model.h5 --tokenizer tokenizer.json --labels NEGATIVE,NEUTRAL,POSITIVE --name my-lstm
  $ pulso models quantise pulso                  a faster version of a model, in int8
  $ pulso models reclassify my-lstm              let a model classify everything that is stored
  $ pulso models compare seed-lstm my-lstm       where the two differ, and which is right more often
  $ pulso models promote my-lstm                 from now on it answers`

export function modelsCommand(readConfig: ReadConfig): Command {
  const command = new Command('models')
    .description('list, promote and compare the models that can answer')
    .addHelpText('after', EXAMPLES)
  for (const create of SUBCOMMANDS) command.addCommand(create(readConfig))
  return command
}
