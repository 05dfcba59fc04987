import type { Command, Option } from 'commander'

/** The words that may follow: one of a fixed set, a path, or any text, which is not completed. */
export type Expected =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'files' | 'directories' | 'text' }

interface DescribedOption {
  /** Such as `--format`. */
  readonly names: readonly string[]
  readonly description: string
  /** Null for an option without a value. */
  readonly value: Expected | null
}

/** A command with all that may follow it, for scripts that complete command lines. */
export interface DescribedCommand {
  /** Such as `pulso imports list`. */
  readonly path: string
  readonly options: readonly DescribedOption[]
  readonly argument: Expected
  readonly subcommands: readonly { readonly name: string; readonly description: string }[]
}

/** The program and all its commands. */
export function describeProgram(program: Command): readonly DescribedCommand[] {
  const [root, ...commands] = describeCommand(program, [])
  if (root === undefined) return []
  const help = { name: 'help', description: 'print help for a command' }
  const choices = root.subcommands.map(({ name }) => name)
  return [
    { ...root, subcommands: [...root.subcommands, help] },
    ...commands,
    { path: `${root.path} help`, options: [HELP], argument: { kind: 'choices', choices }, subcommands: [] },
  ]
}

/** A command and those below it, the outer one first. */
function describeCommand(command: Command, before: readonly string[]): readonly DescribedCommand[] {
  const path = [...before, command.name()]
  const [argument] = command.registeredArguments
  return [
    {
      path: path.join(' '),
      options: [...command.options.filter(({ hidden }) => !hidden).map(describeOption), HELP],
      argument: argument === undefined ? { kind: 'text' } : expected(argument.argChoices, argument.name()),
      subcommands: command.commands.map(child => ({ name: child.name(), description: child.description() })),
    },
    ...command.commands.flatMap(child => describeCommand(child, path)),
  ]
}

const HELP: DescribedOption = { names: ['--help'], description: 'print help', value: null }

function describeOption({ short, long, description, flags, argChoices, required, optional }: Option): DescribedOption {
  const names = [short, long].filter(name => name !== undefined)
  return { names, description, value: required || optional ? expected(argChoices, flags) : null }
}

/** What a value is, by its choices, or by the word that stands for it in the help: `<file>`, `<directory>`. */
function expected(choices: readonly string[] | undefined, placeholder: string): Expected {
  if (choices !== undefined) return { kind: 'choices', choices }
  if (/\bfiles?\b/.test(placeholder)) return { kind: 'files' }
  return { kind: /\bdirectory\b/.test(placeholder) ? 'directories' : 'text' }
}
