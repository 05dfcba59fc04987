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
  $ pulso models quantise pulso                  make a faster int8 version
  $ pulso models reclassify my-lstm              reclassify all stored tweets with a model
  $ pulso models compare seed-lstm my-lstm       show agreement, and accuracy on human labels
  $ pulso models promote my-lstm                 activate a model`

export function modelsCommand(readConfig: ReadConfig): Command {
  const command = new Command('models')
    .description('list, import, compare and promote models')
    .addHelpText('after', EXAMPLES)
  for (const create of SUBCOMMANDS) command.addCommand(create(readConfig))
  return command
}
