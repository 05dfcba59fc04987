import type { DescribedCommand, Expected } from './describe-command.ts'

/** A script for fish. */
export const fishCompletion = (
  commands: readonly DescribedCommand[],
): string => `# Completion of pulso for fish. In ~/.config/fish/config.fish: pulso completion fish | source
function __pulso_is -d 'whether this is the command of the line'
  set -l command pulso
  for word in (commandline -opc)[2..-1]
    if contains -- "$command $word" ${commands
      .slice(1)
      .map(({ path }) => quote(path))
      .join(' ')}
      set command "$command $word"
    end
  end
  test "$command" = "$argv"
end
complete -c pulso -f
${commands.flatMap(lines).join('\n')}
`

function lines({ path, options, argument, subcommands }: DescribedCommand): string[] {
  const line = (rest: string) => `complete -c pulso -n ${quote(`__pulso_is ${path}`)} ${rest}`
  return [
    ...subcommands.map(({ name, description }) => line(`-a ${quote(name)} -d ${quote(description)}`)),
    ...(argument.kind === 'text' || subcommands.length > 0 ? [] : [line(values(argument))]),
    ...options.map(({ names, description, value }) => {
      const shown = names.map(name => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ')
      return line(`${shown} -d ${quote(description)}${value === null ? '' : ` -r ${values(value)}`}`)
    }),
  ]
}

function values(value: Expected): string {
  if (value.kind === 'choices') return `-f -a ${quote(value.choices.join(' '))}`
  if (value.kind === 'text') return '-f'
  return value.kind === 'files' ? '-F' : `-f -a '(__fish_complete_directories)'`
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
