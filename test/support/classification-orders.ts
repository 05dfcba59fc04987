interface Sorted {
  readonly confidence: number
  readonly tweet: { readonly postedAt: string }
}

const ORDERS = [
  { field: 'TIME', direction: 'DESC' },
  { field: 'TIME', direction: 'ASC' },
  { field: 'CONFIDENCE', direction: 'DESC' },
  { field: 'CONFIDENCE', direction: 'ASC' },
] as const

/** Every order of a list of classifications, with a title for `test.each`. */
export const CLASSIFICATION_ORDERS = ORDERS.map(orderBy => [`${orderBy.field} ${orderBy.direction}`, orderBy] as const)

/** The values by which rows are sorted, in the order of the rows; and as they should be. */
export function sortValues({ field, direction }: (typeof ORDERS)[number], rows: readonly Sorted[]) {
  const values = rows.map(({ tweet, confidence }) => (field === 'TIME' ? Date.parse(tweet.postedAt) : confidence))
  return { values, sorted: values.toSorted((a, b) => (direction === 'ASC' ? a - b : b - a)) }
}
