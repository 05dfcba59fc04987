import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { listCommand } from './imports/list.ts'
import { undoCommand } from './imports/undo.ts'

const EXAMPLES = `
Examples:
  $ pulso imports list
  $ pulso imports list --format json | jq '.[0].id'
  $ pulso imports undo 019aa3f2-6c1e-7d55-9b1f-6a3c2a7f0e11 --yes`

export function importsCommand(readConfig: ReadConfig): Command {
  return new Command('imports')
    .description('list and undo imports')
    .addHelpText('after', EXAMPLES)
    .addCommand(listCommand(readConfig))
    .addCommand(undoCommand(readConfig))
}
