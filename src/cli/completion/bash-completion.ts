import type { DescribedCommand, Expected } from './describe-command.ts'

/** A script for bash, from 3.2. Readline splits `--format=json` at its sign, so the option may be two words before. */
export const bashCompletion = (
  commands: readonly DescribedCommand[],
): string => `# Completion of pulso for bash. In ~/.bashrc: eval "$(pulso completion bash)"
_pulso() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=pulso words='' paths='' line index
  COMPREPLY=()
  if [[ $current == = ]]; then current=''
  elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$command \${COMP_WORDS[index]}" in
      ${commands
        .slice(1)
        .map(({ path }) => `'${path}'`)
        .join(' | ')}) command="$command \${COMP_WORDS[index]}" ;;
    esac
  done
  case "$command $previous" in
${commands.flatMap(optionCases).join('\n')}
    *)
      case "$command" in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
  if [[ -n $paths ]]; then
    compopt -o filenames 2> /dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "-$paths" -- "$current")
  elif [[ -n $words ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$words" -- "$current")
  fi
}
complete -F _pulso pulso
`

function optionCases({ path, options }: DescribedCommand): string[] {
  return options.flatMap(({ names, value }) => {
    if (value === null) return []
    return [`    ${names.map(name => `'${path} ${name}'`).join(' | ')}) ${assignment(value)} ;;`]
  })
}

function commandCase({ path, options, argument, subcommands }: DescribedCommand): string {
  const names = options.flatMap(option => option.names).filter(name => name.startsWith('--'))
  const after =
    subcommands.length > 0 ? `words='${subcommands.map(({ name }) => name).join(' ')}'` : assignment(argument)
  return `        '${path}') if [[ $current == -* ]]; then words='${names.join(' ')}'; else ${after}; fi ;;`
}

/** Text is not completed. */
function assignment(value: Expected): string {
  if (value.kind === 'choices') return `words='${value.choices.join(' ')}'`
  return value.kind === 'text' ? ':' : `paths=${value.kind === 'files' ? 'f' : 'd'}`
}
