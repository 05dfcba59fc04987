import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { aliasCommand } from './entities/alias.ts'
import { listEntitiesCommand } from './entities/list.ts'
import { mergeCommand } from './entities/merge.ts'

const SUBCOMMANDS = [listEntitiesCommand, aliasCommand, mergeCommand]

const EXAMPLES = `
Examples:
  $ pulso entities list
  $ pulso entities alias Facebook FB             count tweets about FB under Facebook
  $ pulso entities merge Twitter X               count the classifications to move
  $ pulso entities merge Twitter X --yes         merge Twitter into X`

export function entitiesCommand(readConfig: ReadConfig): Command {
  const command = new Command('entities').description('list, alias and merge entities').addHelpText('after', EXAMPLES)
  for (const create of SUBCOMMANDS) command.addCommand(create(readConfig))
  return command
}
