import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { COMMANDS } from './command-list.ts'

interface ProgramOptions {
  readonly version: string
  readonly readConfig: ReadConfig
  /** The only command that is loaded. */
  readonly calledName: string | undefined
}

const EXAMPLES = `
Examples:
  $ pulso serve                                    the API and the playground on http://127.0.0.1:4000
  $ pulso classify "I love my new Xbox" --entity Xbox
  $ pulso import tweets.csv                        keep what is in a file; the API counts it
  $ pulso export --entity Xbox --out xbox.csv      write what is kept about an entity to a file
  $ pulso models list

pulso <command> --help tells more about each, with examples. Settings come from the environment; pulso serve
--help lists them.`

/** The program with the command that is called; of the others it knows name and description only. */
export async function createProgram({ version, readConfig, calledName }: ProgramOptions): Promise<Command> {
  const program = new Command('pulso')
    .description('Sentiment for brands: what tweets feel about an entity, stored and counted.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
  for (const { name, description, load } of COMMANDS) {
    if (name === calledName) program.addCommand(inherit(await load(readConfig), program))
    else program.command(name).description(description)
  }
  return program
}

/** A command built elsewhere ends like the program: by an error that `runProgram` turns into an exit code. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent).helpOption('-h, --help', 'print help')
  for (const child of command.commands) inherit(child, command)
  return command
}
