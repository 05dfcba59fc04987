import { Option } from 'commander'

/** The formats in which every command prints a list, a report or an answer. Files of exports have formats of their own. */
export const OUTPUT_FORMATS = ['text', 'json', 'ndjson', 'csv'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

/** `--format` of a command that prints. Every command has the same values; a test walks all commands. */
export const outputFormatOption = (subject = 'output format'): Option =>
  new Option('--format <format>', subject).choices(OUTPUT_FORMATS).default('text')
