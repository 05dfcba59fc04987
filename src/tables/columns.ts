import { UsageError } from '../problem/problem.ts'

/** The fields of a row that a file may name as it likes, in the order in which messages list them. */
export const FIELDS = [
  'externalId',
  'entity',
  'text',
  'label',
  'score',
  'postedAt',
  'postedTime',
  'timeZone',
  'author',
] as const
export type MappedField = (typeof FIELDS)[number]

/** Columns of our own exports that name a tweet which is stored already; see `exported-tweet.ts`. */
const EXPORT_FIELDS = ['tweetKey', 'classificationId', 'countedAt', 'classifiedAt'] as const

/** The fields of a row. */
export type Field = MappedField | (typeof EXPORT_FIELDS)[number]

/** The name of each field in options and messages. */
export const FIELD_NAMES: Readonly<Record<MappedField, string>> = {
  externalId: 'id',
  entity: 'entity',
  text: 'text',
  label: 'sentiment',
  score: 'score',
  postedAt: 'posted_at',
  postedTime: 'posted_time',
  timeZone: 'time_zone',
  author: 'author',
}

/** A file's own column for a field, by its name; `-` reads no column for the field. */
export type ColumnMap = Readonly<Partial<Record<MappedField, string>>>

/** The column of a map that stands for none. */
export const NO_COLUMN = '-'

/** Column indices of the fields, and the file's column names. */
export interface ColumnPlan {
  /** From the file's header, or as given by the user; also the header of the rejects file. */
  readonly names: readonly string[]
  readonly at: Readonly<Partial<Record<Field, number>>>
  /** Columns that no option mentions and that are not recognised. */
  readonly ignored: readonly string[]
}

/**
 * Known column names, compared without case and without anything but letters, digits and dots. If two columns have the
 * same field, the earlier name in this list wins. A header's `score` may count anything, so the values of the column
 * decide whether it is one.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  externalId: [
    ...[
      'externalid',
      'idstr',
      'tweetid',
      'xpostid',
      'statusid',
      'postid',
      'messageid',
      'mentionid',
      'resourceid',
      'documentid',
      'importedid',
    ],
    // A database's own id counts only if the tweet has none.
    ...['id', '_id'],
  ],
  entity: ['entity', 'brand', 'product', 'company', 'airline', 'queryname', 'inputname', 'keyword', 'query'],
  text: [
    // The whole text, if a shortened one is beside it.
    ...['fulltext', 'text', 'tweettext', 'content', 'rawcontent', 'message', 'mentioncontent'],
    ...['hitsentence', 'openingtext', 'contentsnippet', 'snippet', 'originaltweet', 'tweetcontent', 'tweet'],
  ],
  label: [
    'sentiment',
    'labeltext',
    'labelname',
    'label',
    'importedlabel',
    'airlinesentiment',
    'sentimentlabel',
    'polarity',
  ],
  score: ['score', 'sentimentscore'],
  postedAt: [
    ...['postedat', 'createdat', 'tweetcreated', 'timestamp', 'datetime', 'postdate', 'published', 'publisheddate'],
    ...['publishdate', 'publishedat', 'tweetat', 'tweetedat', 'tweetdate', 'tweetdateutc', 'dateposted', 'posteddate'],
    ...['createdtime', 'createddate', 'date', 'time'],
  ],
  // Only beside a column with the day; see `separateTime`.
  postedTime: [
    ...['postedtime', 'posttime', 'publishedtime', 'publishtime', 'createdtime', 'timeofday', 'timeposted', 'time'],
  ],
  timeZone: ['timezone', 'tz', 'utcoffset', 'zone'],
  author: [
    'author',
    'username',
    'userscreenname',
    'user.screenname',
    'user.username',
    'author.username',
    'author.screenname',
    'screenname',
    'authorhandle',
    'senderscreenname',
    'extraauthorattributes.shortname',
    'authorname',
    'author.name',
    'user',
  ],
  tweetKey: ['tweetkey'],
  classificationId: ['classificationid'],
  countedAt: ['countedat'],
  classifiedAt: ['classifiedat'],
}

const KNOWN_COLUMNS =
  'id or external_id, entity, text, sentiment or label, posted_at or created_at, posted_time, time_zone, author'

/** Objects repeat their keys in every row. */
const canonicalNames = new Map<string, string>()
const MOST_CANONICAL_NAMES = 1000

function canonicalName(name: string): string {
  const known = canonicalNames.get(name)
  if (known !== undefined) return known
  const canonical = (/^\s*_/.test(name) ? '_' : '') + name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}.]/gu, '')
  if (canonicalNames.size >= MOST_CANONICAL_NAMES) canonicalNames.clear()
  if (name.length <= 100) canonicalNames.set(name, canonical)
  return canonical
}

/** Parts of a time, which have a meaning only beside a day. */
const TIME_PARTS: readonly Field[] = ['postedTime', 'timeZone']

const RANKS = new Map(
  [...FIELDS, ...EXPORT_FIELDS]
    .filter(field => !TIME_PARTS.includes(field))
    .flatMap(field => NAMES[field].map((name, rank) => [name, { field, rank }] as const)),
)

const TIMES = new Set(NAMES.postedTime)

/** Names of columns with a day, which may leave the time of day to another column. */
const DAYS = ['postdate', 'publisheddate', 'publishdate', 'createddate', 'date', 'postedat', 'published']

/**
 * The columns of a day, a time of day and a time zone that are separate, by their indices; empty unless there are a day and a time of day. A
 * column for both takes precedence.
 * @param mapped The columns that the user named.
 */
export function separateTime(
  names: readonly string[],
  mapped: Readonly<Partial<Record<Field, number>>> = {},
): Readonly<Partial<Record<Field, number>>> {
  if (mapped.postedTime === undefined && !names.some(name => TIMES.has(canonicalName(name)))) return {}
  const taken = new Set(Object.values(mapped))
  const canonical = names.map((name, index) => (taken.has(index) ? '' : canonicalName(name)))
  const first = (candidates: readonly string[]) =>
    candidates.map(name => canonical.indexOf(name)).find(index => index >= 0)
  const times = NAMES.postedTime
  const whole = NAMES.postedAt.filter(name => !DAYS.includes(name) && !times.includes(name))
  const postedAt = mapped.postedAt ?? (first(whole) === undefined ? first(DAYS) : undefined)
  const postedTime = mapped.postedTime ?? first(times)
  if (postedAt === undefined || postedTime === undefined) return {}
  const timeZone = mapped.timeZone ?? first(NAMES.timeZone)
  return { postedAt, postedTime, ...(timeZone === undefined ? {} : { timeZone }) }
}

/** The field of a column name, and the name's rank among that field's names (0 wins); null for an ignored column. */
export const fieldRank = (name: string) => RANKS.get(canonicalName(name)) ?? null

export const fieldOf = (name: string): Field | null => fieldRank(name)?.field ?? null

/** The field that an option calls by this name; null for anything else. */
export const optionField = (name: string): MappedField | null => OPTION_FIELDS.get(canonicalName(name)) ?? null

const OPTION_FIELDS = new Map<string, MappedField>([
  ...FIELDS.map(field => [canonicalName(FIELD_NAMES[field]), field] as const),
  ['externalid', 'externalId'],
  ['label', 'label'],
  ['importedlabel', 'label'],
  ['createdat', 'postedAt'],
])

/**
 * The columns of a header by their names.
 * @param map Columns that the user named; they take precedence.
 * @param isScore Whether the values of a column are scores from -2 to 2; asked only for a column that is called so.
 */
export function planFromHeader(
  header: readonly string[],
  file: string,
  map: ColumnMap = {},
  isScore: (index: number) => boolean = () => false,
): ColumnPlan {
  const names = header.map(headerName)
  const at: Partial<Record<Field, number>> = {}
  for (const field of FIELDS) {
    const column = map[field]
    if (column !== undefined && column !== NO_COLUMN) at[field] = mappedIndex(names, column, file)
  }
  if (map.postedAt !== NO_COLUMN && map.postedTime !== NO_COLUMN) {
    const mapped = new Set(Object.values(at))
    for (const [field, index] of Object.entries(separateTime(names, at))) {
      if (map[field as MappedField] !== undefined) continue
      const called = canonicalName(names[index] ?? '')
      const same = indicesOf(names, name => canonicalName(name) === called).filter(other => !mapped.has(other))
      if (same.length > 1) throw new UsageError(twice(file, names, same))
      at[field as Field] = index
    }
  }
  const taken = new Set([...Object.values(at), ...annotationTimes(names)])
  for (const field of [...FIELDS, ...EXPORT_FIELDS]) {
    if (at[field] !== undefined || TIME_PARTS.includes(field)) continue
    if (isMapped(field) && map[field] !== undefined) continue
    const found = recognisedIndex(names, field, file, taken)
    if (found === null || (field === 'score' && (at.label !== undefined || !isScore(found)))) continue
    at[field] = found
  }
  if (at.text === undefined) throw new UsageError(noText(file, names))
  if (at.label !== undefined && at.score !== undefined) throw new UsageError(LABEL_AND_SCORE('The column map'))
  const used = new Set(Object.values(at))
  // A column without a name, such as pandas' index, cannot be mapped.
  return { names, at, ignored: names.filter((name, index) => name !== '' && !used.has(index)) }
}

/** A plan of named columns that still recognises an export by its header. */
export function withExportColumns(plan: ColumnPlan, header: readonly string[]): ColumnPlan {
  const names = header.map(name => canonicalName(headerName(name)))
  const found = EXPORT_FIELDS.flatMap(field => {
    const index = names.findIndex(name => NAMES[field].includes(name))
    return index < 0 ? [] : [[field, index] as const]
  })
  return { ...plan, at: { ...Object.fromEntries(found), ...plan.at } }
}

export const isMapped = (field: Field): field is MappedField => FIELDS.some(mapped => mapped === field)

/** The field of each column of a header, for a preview: the first of several columns of a field has it. */
export function recognisedFields(
  header: readonly string[],
  isScore: (index: number) => boolean,
): readonly (MappedField | null)[] {
  const names = header.map(headerName)
  const fields = names.map((): MappedField | null => null)
  const notTimes = annotationTimes(names)
  const apart = separateTime(names)
  for (const field of FIELDS) {
    if (TIME_PARTS.includes(field) || apart[field] !== undefined) {
      const index = apart[field]
      if (index !== undefined) fields[index] = field
      continue
    }
    const found = NAMES[field]
      .map(name => names.findIndex((other, at) => canonicalName(other) === name && !notTimes.includes(at)))
      .find(at => at >= 0)
    if (found === undefined || (field === 'score' && (fields.includes('label') || !isScore(found)))) continue
    fields[found] = field
  }
  return fields
}

/** A header cell without blanks around it, and without quotes that follow a blank. */
export function headerName(cell: string): string {
  const name = cell.trim()
  return /^".*"$/s.test(name) ? name.slice(1, -1).replaceAll('""', '"').trim() : name
}

/** The columns with times of the annotation in an export of Label Studio: they are not those of the tweet. */
function annotationTimes(names: readonly string[]): readonly number[] {
  const canonical = names.map(canonicalName)
  if (!canonical.includes('annotationid') || !canonical.includes('leadtime')) return []
  return indicesOf(canonical, name => name === 'createdat' || name === 'updatedat')
}

function recognisedIndex(
  names: readonly string[],
  field: Field,
  file: string,
  taken: ReadonlySet<number>,
): number | null {
  for (const candidate of NAMES[field]) {
    const indices = names.flatMap((name, index) =>
      !taken.has(index) && canonicalName(name) === candidate ? [index] : [],
    )
    if (indices.length > 1) throw new UsageError(twice(file, names, indices))
    if (indices[0] !== undefined) return indices[0]
  }
  return null
}

/** The column that a map means: its exact name, otherwise its name in another case or with other punctuation. */
function mappedIndex(names: readonly string[], column: string, file: string): number {
  const exact = indicesOf(names, name => name === column.trim())
  const found = exact.length > 0 ? exact : indicesOf(names, name => canonicalName(name) === canonicalName(column))
  if (found.length > 1) throw new UsageError(twice(file, names, found))
  const [index] = found
  if (index !== undefined) return index
  throw new UsageError(`${file} has no column ${JSON.stringify(shownName(column))} (found: ${shownNames(names)}).`)
}

const indicesOf = (names: readonly string[], isWanted: (name: string) => boolean) =>
  names.flatMap((name, index) => (isWanted(name) ? [index] : []))

/**
 * Reads `--columns id,entity,sentiment,text`; `-` or `_` skips a column. `score` contains numbers whose sign is the
 * label. Throws a `UsageError`.
 * @param called Name of the option in messages.
 */
export function planFromOption(option: string, called = '--columns'): ColumnPlan {
  const given = option.split(',').map(name => name.trim())
  const at: Partial<Record<Field, number>> = {}
  const names = given.map((name, index) => {
    if (name === '-' || name === '_') return `column_${index + 1}`
    const field = optionField(name)
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
  if (at.label !== undefined && at.score !== undefined) throw new UsageError(LABEL_AND_SCORE(called))
  return { names, at, ignored: [] }
}

/** The names of columns without a header. */
export const numberedColumns = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `column_${index + 1}`)

const LABEL_AND_SCORE = (called: string) => `${called} contains both a label and a score; use - to skip one of them.`

const twice = (file: string, names: readonly string[], indices: readonly number[]) =>
  `${file} has the column ${shownName(names[indices[0] ?? 0] ?? '')} more than once (columns ${indices.map(index => index + 1).join(' and ')}); ` +
  'rename all but one.'

/** A file's first line must not send control sequences to the terminal. */
const shownName = (name: string) => (name.length > 30 ? `${name.slice(0, 30)}…` : name).replace(/\p{Cc}/gu, '\u{fffd}')

/** Up to a dozen column names. */
export const shownNames = (names: readonly string[]) =>
  `${names.slice(0, 12).map(shownName).join(', ')}${names.length > 12 ? ', …' : ''}`

function noText(file: string, names: readonly string[]): string {
  const isHeader = names.some(name => fieldOf(name) !== null)
  const advice = isHeader
    ? `Rename the column that contains the tweets to text, or name it, as in --map text="Tweet Text"`
    : `Name the columns of a file without a header, as in --columns id,entity,sentiment,text`
  return `${file} has no text column in its first line (found: ${shownNames(names)}). ${advice}. Known columns are ${KNOWN_COLUMNS}.`
}
