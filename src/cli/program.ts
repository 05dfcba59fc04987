import { Command } from 'commander'
import type { ReadConfig } from '../config.ts'
import { COMMANDS } from './command-list.ts'

interface ProgramOptions {
  readonly version: string
  readonly readConfig: ReadConfig
  /** The only command whose module is loaded. */
  readonly calledName: string | undefined
}

const EXAMPLES = `
Examples:
  $ pulso serve                                    start the API on http://127.0.0.1:4000
  $ pulso classify "I love my new Xbox" --entity Xbox
  $ pulso import tweets.csv                        classify and store the tweets of a file
  $ pulso export --entity Xbox --out xbox.csv      export the stored tweets about an entity
  $ pulso models list

Run pulso <command> --help for the options and examples of a command. Settings come from the environment;
pulso serve --help lists them.`

/** The program, with the called command in full. Other commands have only a name and a description. */
export async function createProgram({ version, readConfig, calledName }: ProgramOptions): Promise<Command> {
  const program = new Command('pulso')
    .description('Entity-level sentiment of tweets: classify, store, count and compare.')
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

/** A command built elsewhere ends like the program: with an error that `runProgram` turns into an exit code. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent).helpOption('-h, --help', 'print help')
  for (const child of command.commands) inherit(child, command)
  return command
}
