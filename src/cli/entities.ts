import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { aliasCommand } from './entities/alias.ts'
import { listEntitiesCommand } from './entities/list.ts'
import { mergeCommand } from './entities/merge.ts'

const SUBCOMMANDS = [listEntitiesCommand, aliasCommand, mergeCommand]

const EXAMPLES = `
Examples:
  $ pulso entities list
  $ pulso entities alias Facebook FB             tweets about FB are about Facebook from now on
  $ pulso entities merge Twitter X               count what would be moved
  $ pulso entities merge Twitter X --yes         and move it`

export function entitiesCommand(readConfig: ReadConfig): Command {
  const command = new Command('entities')
    .description('list, alias and merge what tweets are about')
    .addHelpText('after', EXAMPLES)
  for (const create of SUBCOMMANDS) command.addCommand(create(readConfig))
  return command
}
