import type { Row } from './row.ts'

export const COLUMNS = ['name', 'tweets', 'share', 'labels', 'sentiment', 'change'] as const
export type Column = (typeof COLUMNS)[number]

export interface Order {
  readonly column: Column
  readonly isDescending: boolean
}

/** What a column is sorted by; null is no evidence, which is neither much nor little. */
const VALUES: Record<Exclude<Column, 'name'>, (row: Row) => number | null> = {
  tweets: ({ counts }) => counts.total,
  share: ({ shareOfVoice }) => shareOfVoice.value,
  labels: ({ counts }) => (counts.total === 0 ? null : counts.negative / counts.total),
  sentiment: ({ netSentiment }) => netSentiment.value,
  change: ({ change }) => change?.value ?? null,
}

/** Rows without evidence stand last in either direction; equal ones stand by name. */
export function sortRows(rows: readonly Row[], { column, isDescending }: Order): Row[] {
  const sign = isDescending ? -1 : 1
  const byName = (a: Row, b: Row) => a.name.localeCompare(b.name, 'en')
  if (column === 'name') return [...rows].sort((a, b) => sign * byName(a, b))
  const sortValue = VALUES[column]
  return [...rows].sort((a, b) => {
    const [left, right] = [sortValue(a), sortValue(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b)
    return sign * (left - right) || byName(a, b)
  })
}

/** The order of an address, such as tweets-desc; the one that shows most first where it says none. */
export function readOrder(text: string): Order {
  const [name, direction] = text.split('-')
  const column = COLUMNS.find(known => known === name)
  return column === undefined
    ? { column: 'tweets', isDescending: true }
    : { column, isDescending: direction === 'desc' }
}

export const writeOrder = ({ column, isDescending }: Order): string => `${column}-${isDescending ? 'desc' : 'asc'}`
