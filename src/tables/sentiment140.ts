import type { ColumnPlan } from './columns.ts'
import { type LabelMap, parseLabelMap } from './label-map.ts'

interface KnownTable {
  readonly plan: ColumnPlan
  readonly labels: LabelMap
  readonly notices: readonly string[]
}

const COLUMNS = ['sentiment', 'id', 'posted_at', 'entity', 'author', 'text'] as const
const AT = { label: 0, externalId: 1, postedAt: 2, entity: 3, author: 4, text: 5 } as const
const NOTICES = [
  'The columns are those of Sentiment140: 0 is read as Negative, 2 as Neutral and 4 as Positive. The query is the entity.',
]
const LABELS = parseLabelMap('0=Negative,2=Neutral,4=Positive')

/** Sentiment140's six columns have no header: polarity, id, date, query, user and text. Null for another first row. */
export function planSentiment140(cells: readonly string[]): KnownTable | null {
  const [polarity = '', id = '', time = '', query = '', author = '', text = ''] = cells.map(cell => cell.trim())
  const isOne =
    cells.length === COLUMNS.length &&
    /^[024]$/.test(polarity) &&
    /^\d+$/.test(id) &&
    /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2} [A-Z]{3,4} \d{4}$/.test(time) &&
    query !== '' &&
    /^\w{1,20}$/.test(author) &&
    text !== ''
  if (!isOne) return null
  return {
    plan: { names: COLUMNS, at: AT, ignored: [] },
    labels: LABELS,
    notices: NOTICES,
  }
}

/** The columns as copies of the data set name them, in order. */
const HEADERS = [
  ['target', 'polarity', 'sentiment', 'label'],
  ['id', 'ids'],
  ['date'],
  ['flag', 'query'],
  ['user'],
  ['text'],
]

/** The same columns below a header, as many copies have one. Null for another header. */
export function planSentiment140Header(cells: readonly string[]): KnownTable | null {
  const names = cells.map(cell => cell.trim())
  const isOne =
    names.length === HEADERS.length &&
    HEADERS.every((known, index) => known.includes(names[index]?.toLowerCase() ?? ''))
  return isOne ? { plan: { names, at: AT, ignored: [] }, labels: LABELS, notices: NOTICES } : null
}
