import { Argument, Command } from 'commander'
import { bashCompletion } from './completion/bash-completion.ts'
import { describeProgram } from './completion/describe-command.ts'
import { fishCompletion } from './completion/fish-completion.ts'
import { zshCompletion } from './completion/zsh-completion.ts'

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const

const EXAMPLES = `
Examples:
  $ eval "$(pulso completion bash)"                   in ~/.bashrc
  $ eval "$(pulso completion zsh)"                    in ~/.zshrc, after compinit
  $ pulso completion fish | source                    in ~/.config/fish/config.fish
  $ alias pulso='npx --prefix ~/pulso pulso'          before it, if pulso is not on the PATH

The script completes commands, options, their values and file names. Pressing Tab does not start pulso. Load the
script again after an upgrade.`

/** @param loadCommands All commands of the program, in full. */
export function completionCommand(loadCommands: () => Promise<readonly Command[]>): Command {
  return new Command('completion')
    .description('print a script that completes command lines')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: keyof typeof SCRIPTS) => {
      const program = new Command('pulso').option('-v, --version', 'print the version')
      for (const command of await loadCommands()) program.addCommand(command)
      process.stdout.write(SCRIPTS[shell](describeProgram(program)))
    })
}
