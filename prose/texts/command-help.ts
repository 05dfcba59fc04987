import type { Command } from 'commander'
import { COMMANDS } from '../../src/cli/command-list.ts'
import { createProgram } from '../../src/cli/program.ts'
import { configReader } from '../../src/config.ts'
import type { Text } from './text.ts'

const readConfig = configReader({})

/** Wide enough that no line of help is wrapped. */
const WIDTH = 10_000

/** The help of the program and of each of its commands, a paragraph for each entry. */
export async function commandHelp(): Promise<readonly Text[]> {
  const texts = [textOf('pulso', await createProgram({ version: '0.0.0', readConfig, calledName: undefined }))]
  const visit = (path: string, command: Command) => {
    texts.push(textOf(path, command))
    for (const child of command.commands) visit(`${path} ${child.name()}`, child)
  }
  for (const { name, load } of COMMANDS) visit(`pulso ${name}`, await load(readConfig))
  return texts
}

function textOf(path: string, command: Command): Text {
  let help = ''
  command.configureOutput({ getOutHelpWidth: () => WIDTH, writeOut: part => (help += part) }).outputHelp()
  const [, ...blocks] = help.split('\n\n')
  const markdown = blocks.flatMap(paragraphs).map(escaped).join('\n\n')
  return { name: `${path} --help`, markdown, isQuoted: true }
}

/** Indented lines are tables of options or examples: their last column is prose, and a command alone is none. */
function paragraphs(block: string): readonly string[] {
  const lines = block.split('\n')
  const prose = lines.filter(line => !/^\s/.test(line)).join(' ')
  const cells = lines
    .filter(line => /^\s/.test(line))
    .map(line => line.trim().split(/\s{2,}/))
    .filter(columns => columns.length > 1)
    .map(columns => columns.at(-1) ?? '')
  return [prose, ...cells].filter(text => text.trim() !== '')
}

/** A `<name>` is no HTML here, and a flag or a dash in front no list. */
const escaped = (text: string) =>
  text
    .trim()
    .replace(/[<*_]/g, '\\$&')
    .replace(/^[-+#>]/, '\\$&')
