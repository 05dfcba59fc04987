import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { exportLabelsCommand } from './labels/export.ts'
import { importLabelsCommand } from './labels/import.ts'
import { listLabelsCommand } from './labels/list.ts'

const EXAMPLES = `
Examples:
  $ pulso labels list
  $ pulso labels export --entity Xbox --out xbox-labels.csv
  $ pulso labels import xbox-labels.csv`

export function labelsCommand(readConfig: ReadConfig): Command {
  return new Command('labels')
    .description('list, export and import the labels that people gave')
    .addHelpText('after', EXAMPLES)
    .addCommand(listLabelsCommand(readConfig))
    .addCommand(exportLabelsCommand(readConfig))
    .addCommand(importLabelsCommand(readConfig))
}
