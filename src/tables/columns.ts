import { UsageError } from '../problem/problem.ts'

/** What a row can tell about a tweet. */
export type Field = 'externalId' | 'entity' | 'text' | 'label' | 'score' | 'postedAt' | 'author'

/** Where each field stands in a row, and what the file calls its columns. */
export interface ColumnPlan {
  /** As in the file's header, or as given; used again as the header of the rejects file. */
  readonly names: readonly string[]
  readonly at: Readonly<Partial<Record<Field, number>>>
}

/** Names by which a header is understood, compared without case, spaces, `_` and `-`. Of two that mean one field the first wins. */
const NAMES: Readonly<Record<Exclude<Field, 'score'>, readonly string[]>> = {
  externalId: ['externalid', 'id'],
  entity: ['entity'],
  text: ['text'],
  label: ['sentiment', 'label', 'importedlabel'],
  postedAt: ['postedat', 'createdat'],
  author: ['author'],
}

const KNOWN_COLUMNS = 'id or external_id, entity, text, sentiment or label, posted_at or created_at, author'

const canonicalName = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '')

const RANKS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field: field as Field, rank }] as const),
  ),
)

/** The field that a name stands for, and which of that field's names it is (0 wins); null for a column that is ignored. */
export const fieldRank = (name: string) => RANKS.get(canonicalName(name)) ?? null

export const fieldOf = (name: string): Field | null => fieldRank(name)?.field ?? null

/** Understands a file's own header. Throws a `UsageError` that lists what was found and what would work. */
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
 * Understands `--columns id,entity,sentiment,text` for a file without a header; `-` or `_` skips a column. `score` holds numbers
 * whose sign is the label; it has to be asked for, because a header's `score` may count anything. Throws a `UsageError`.
 * @param called What the user calls the option.
 */
export function planFromOption(option: string, called = '--columns'): ColumnPlan {
  const given = option.split(',').map(name => name.trim())
  const at: Partial<Record<Field, number>> = {}
  const names = given.map((name, index) => {
    if (name === '-' || name === '_') return `column_${index + 1}`
    const field = canonicalName(name) === 'score' ? 'score' : fieldOf(name)
    if (field === null) {
      throw new UsageError(
        `${called} has ${JSON.stringify(name)}, but knows ${KNOWN_COLUMNS}, score, and - for a column to ignore.`,
      )
    }
    if (at[field] !== undefined) throw new UsageError(`${called} names ${name} twice; put - for the column to ignore.`)
    at[field] = index
    return name
  })
  if (at.text === undefined)
    throw new UsageError(`${called} needs a text column, as in ${called} id,entity,sentiment,text`)
  if (at.label !== undefined && at.score !== undefined) {
    throw new UsageError(`${called} has both a label and a score; put - for the one to ignore.`)
  }
  return { names, at }
}

const twice = (file: string, names: readonly string[], indices: readonly number[]) =>
  `${file} has the column ${shownName(names[indices[0] ?? 0] ?? '')} more than once (columns ${indices.map(index => index + 1).join(' and ')}); ` +
  'rename all but one.'

/** A terminal must not be told to do things by the first line of a file. */
const shownName = (name: string) => (name.length > 30 ? `${name.slice(0, 30)}…` : name).replace(/\p{Cc}/gu, '\u{fffd}')

function noText(file: string, names: readonly string[]): string {
  const shown = names.slice(0, 12).map(shownName)
  const found = `${shown.join(', ')}${names.length > 12 ? ', …' : ''}`
  const isHeader = names.some(name => fieldOf(name) !== null)
  const advice = isHeader
    ? `Rename the column that holds the tweets to text`
    : `Name the columns of a file without a header, as in --columns id,entity,sentiment,text`
  return `${file} has no text column in its first line (found: ${found}). ${advice}; known are ${KNOWN_COLUMNS}.`
}
