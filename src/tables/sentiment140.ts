import type { ColumnPlan } from './columns.ts'
import { type LabelMap, parseLabelMap } from './label-map.ts'

interface KnownTable {
  readonly plan: ColumnPlan
  readonly labels: LabelMap
  readonly notices: readonly string[]
}

const COLUMNS = ['sentiment', 'id', 'posted_at', 'query', 'author', 'text'] as const
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
    plan: { names: COLUMNS, at: { label: 0, externalId: 1, postedAt: 2, author: 4, text: 5 }, ignored: ['query'] },
    labels: LABELS,
    notices: ['The columns are those of Sentiment140: 0 is read as Negative, 2 as Neutral and 4 as Positive.'],
  }
}
