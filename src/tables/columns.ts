import { UsageError } from '../problem/problem.ts'

/** The fields of a row. */
export type Field = 'externalId' | 'entity' | 'text' | 'label' | 'score' | 'postedAt' | 'author' | ExportField

/** Columns of our own exports that name a tweet which is stored already; see `exported-tweet.ts`. */
type ExportField = 'tweetKey' | 'classificationId' | 'countedAt' | 'classifiedAt'

/** Column indices of the fields, and the file's column names. */
export interface ColumnPlan {
  /** From the file's header, or as given by the user; also the header of the rejects file. */
  readonly names: readonly string[]
  readonly at: Readonly<Partial<Record<Field, number>>>
}

/**
 * Known column names, compared without case, spaces, `_` and `-`. If two columns have the same field, the earlier name
 * in this list wins.
 */
const NAMES: Readonly<Record<Exclude<Field, 'score'>, readonly string[]>> = {
  externalId: ['externalid', 'id'],
  entity: ['entity'],
  text: ['text'],
  label: ['sentiment', 'label', 'importedlabel'],
  postedAt: ['postedat', 'createdat'],
  author: ['author'],
  tweetKey: ['tweetkey'],
  classificationId: ['classificationid'],
  countedAt: ['countedat'],
  classifiedAt: ['classifiedat'],
}

const KNOWN_COLUMNS = 'id or external_id, entity, text, sentiment or label, posted_at or created_at, author'

const canonicalName = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '')

const RANKS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field: field as Field, rank }] as const),
  ),
)

/** The field of a column name, and the name's rank among that field's names (0 wins); null for an ignored column. */
export const fieldRank = (name: string) => RANKS.get(canonicalName(name)) ?? null

export const fieldOf = (name: string): Field | null => fieldRank(name)?.field ?? null

/** Reads a file's header. Throws a `UsageError` that lists the found columns and a fix. */
export function planFromHeader(header: readonly string[], file: string): ColumnPlan {
  const names = header.map(name => name.trim())
  const at: Partial<Record<Field, number>> = {}
  for (const [field, candidates] of Object.entries(NAMES)) {
    for (const candidate of [...candidates].reverse()) {
      const indices = names.flatMap((name, index) => (canonicalName(name) === candidate ? [index] : []))
      if (indices.length > 1) throw new UsageError(twice(file, names, indices))
      if (indices[0] !== undefined) at[field as Field] = indices[0]
    }
  }
  if (at.text === undefined) throw new UsageError(noText(file, names))
  return { names, at }
}

/**
 * Reads `--columns id,entity,sentiment,text` for a file without a header; `-` or `_` skips a column. `score` contains
 * numbers whose sign is the label. It must be named explicitly, because a header's `score` may count anything. Throws a
 * `UsageError`.
 * @param called Name of the option in messages.
 */
export function planFromOption(option: string, called = '--columns'): ColumnPlan {
  const given = option.split(',').map(name => name.trim())
  const at: Partial<Record<Field, number>> = {}
  const names = given.map((name, index) => {
    if (name === '-' || name === '_') return `column_${index + 1}`
    const field = canonicalName(name) === 'score' ? 'score' : fieldOf(name)
    if (field === null) {
      throw new UsageError(
        `${called} contains ${JSON.stringify(name)}; valid columns are ${KNOWN_COLUMNS}, score, and - to skip a column.`,
      )
    }
    if (at[field] !== undefined) throw new UsageError(`${called} names ${name} twice; use - to skip a column.`)
    at[field] = index
    return name
  })
  if (at.text === undefined)
    throw new UsageError(`${called} needs a text column, as in ${called} id,entity,sentiment,text`)
  if (at.label !== undefined && at.score !== undefined) {
    throw new UsageError(`${called} contains both a label and a score; use - to skip one of them.`)
  }
  return { names, at }
}

const twice = (file: string, names: readonly string[], indices: readonly number[]) =>
  `${file} has the column ${shownName(names[indices[0] ?? 0] ?? '')} more than once (columns ${indices.map(index => index + 1).join(' and ')}); ` +
  'rename all but one.'

/** A file's first line must not send control sequences to the terminal. */
const shownName = (name: string) => (name.length > 30 ? `${name.slice(0, 30)}…` : name).replace(/\p{Cc}/gu, '\u{fffd}')

function noText(file: string, names: readonly string[]): string {
  const shown = names.slice(0, 12).map(shownName)
  const found = `${shown.join(', ')}${names.length > 12 ? ', …' : ''}`
  const isHeader = names.some(name => fieldOf(name) !== null)
  const advice = isHeader
    ? `Rename the column that contains the tweets to text`
    : `Name the columns of a file without a header, as in --columns id,entity,sentiment,text`
  return `${file} has no text column in its first line (found: ${found}). ${advice}. Known columns are ${KNOWN_COLUMNS}.`
}
