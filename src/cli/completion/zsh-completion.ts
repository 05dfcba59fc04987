import type { DescribedCommand, Expected } from './describe-command.ts'

/** A script for zsh: as a file `_pulso` in a directory of `fpath`, or evaluated after `compinit`. */
export const zshCompletion = (commands: readonly DescribedCommand[]): string => `#compdef pulso
# Completion of pulso for zsh. In ~/.zshrc, after compinit: eval "$(pulso completion zsh)"
_pulso() {
  local command=pulso word previous=\${words[CURRENT - 1]}
  local -a entries
  for word in \${words[2,CURRENT - 1]}; do
    case "$command $word" in
      ${commands
        .slice(1)
        .map(({ path }) => quote(path))
        .join('|')}) command="$command $word" ;;
    esac
  done
  if compset -P '--*='; then previous=\${IPREFIX%=}; fi
  case "$command $previous" in
${commands.flatMap(optionCases).join('\n')}
    *)
      case "$command" in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _pulso ]]; then _pulso "$@"; else compdef _pulso pulso; fi
`

function optionCases({ path, options }: DescribedCommand): string[] {
  return options.flatMap(({ names, value }) =>
    value === null ? [] : [`    ${names.map(name => quote(`${path} ${name}`)).join('|')}) ${action(value)} ;;`],
  )
}

function commandCase({ path, options, argument, subcommands }: DescribedCommand): string {
  const entries = options.map(({ names, description }) => entry(names.at(-1) ?? '', description))
  const children = subcommands.map(({ name, description }) => entry(name, description))
  const after = children.length > 0 ? describe('command', children) : action(argument)
  return `        ${quote(path)})
          if [[ $PREFIX == -* ]]; then ${describe('option', entries)}
          else ${after}; fi ;;`
}

const describe = (kind: string, entries: readonly string[]) =>
  `entries=(${entries.join(' ')}); _describe -o -t ${kind}s ${kind} entries`

/** In descriptions, a colon ends the name. */
const entry = (name: string, description: string) => quote(`${name.replaceAll(':', '\\:')}:${description}`)

function action(value: Expected): string {
  if (value.kind === 'choices') return `compadd -- ${value.choices.map(quote).join(' ')}`
  if (value.kind === 'text') return ':'
  return value.kind === 'files' ? '_files' : '_files -/'
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
