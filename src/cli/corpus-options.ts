import { basename } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { type Corpus, type CorpusSource, readCorpus } from '../ml/training/corpora.ts'
import { UsageError } from '../problem/problem.ts'
import { parseLabelMap } from '../tables/label-map.ts'

/** A `--data` of `pulso train` with the options that follow it. */
export interface CorpusFlags {
  readonly path: string
  columns?: string
  /** As given, for the command line in the manifest. */
  labels?: string
  development?: string
}

/** Columns of Kaggle's "Twitter entity sentiment" files, which have no header. */
const KAGGLE_COLUMNS = 'id,entity,sentiment,text'

/** Adds the options that apply to the preceding `--data`. */
export function addCorpusOptions(command: Command, sources: CorpusFlags[]): Command {
  const ofLast = (name: 'columns' | 'labels' | 'development') => (value: string) => {
    const last = sources.at(-1)
    if (last === undefined) throw new InvalidArgumentError('Put it after the --data it applies to.')
    last[name] = value
    return value
  }
  return command
    .option(
      '--columns <names>',
      'columns of the preceding file if it has no header; - skips a column',
      ofLast('columns'),
    )
    .option(
      '--labels <words>',
      'mapping of the preceding file\'s labels, such as "0=Negative,4=Positive"',
      ofLast('labels'),
    )
    .option(
      '--development <column=values>',
      'rows of the preceding file to use for development instead of training',
      ofLast('development'),
    )
}

/**
 * Reads a corpus as its flags describe it. A file without a header that looks like Kaggle's is read as Kaggle's. Throws
 * a `UsageError`.
 */
export async function readCorpusOf(flags: CorpusFlags, say: (line: string) => void): Promise<Corpus> {
  try {
    return await readCorpus(sourceOf(flags, flags.columns ?? null), say)
  } catch (error) {
    if (!(error instanceof UsageError) || flags.columns !== undefined) throw error
    const asKaggle = await readCorpus(sourceOf(flags, KAGGLE_COLUMNS), () => {}).catch(() => null)
    if (asKaggle === null) throw error
    say(`${asKaggle.name}: no header; assuming the columns ${KAGGLE_COLUMNS}`)
    return asKaggle
  }
}

function sourceOf({ path, labels, development }: CorpusFlags, columns: string | null): CorpusSource {
  const table = { columns, entity: null, timezone: 'UTC', format: null, encoding: null }
  return {
    path,
    table: labels === undefined ? table : { ...table, labels: parseLabelMap(labels) },
    development: development === undefined ? null : parseDevelopment(development),
  }
}

function parseDevelopment(text: string): CorpusSource['development'] {
  const [column, values, ...rest] = text.split('=')
  if (column === undefined || values === undefined || column === '' || values === '' || rest.length > 0) {
    throw new UsageError(
      `--development is ${JSON.stringify(text)}; expected a column and values, such as part=2016dev,2013dev.`,
    )
  }
  return { column: column.trim(), values: new Set(values.split(',').map(value => value.trim())) }
}

/** Without this machine's paths, so that the command can be repeated elsewhere. */
export const shownCorpora = (sources: readonly CorpusFlags[]): string =>
  sources
    .map(({ path, columns, labels, development }) => {
      const options = { columns, labels, development }
      const shown = Object.entries(options).flatMap(([name, value]) =>
        value === undefined ? [] : [` --${name} '${value}'`],
      )
      return ` --data ${basename(path)}${shown.join('')}`
    })
    .join('')
