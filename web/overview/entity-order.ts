import type { VariablesOf } from 'gql.tada'
import type { OVERVIEW } from './overview-query.ts'

export const COLUMNS = ['name', 'tweets', 'sentiment', 'change'] as const
/** Columns that the server sorts by. */
export type Column = (typeof COLUMNS)[number]

export interface Order {
  readonly column: Column
  readonly isDescending: boolean
}

const FIELDS = { name: 'NAME', tweets: 'TWEETS', sentiment: 'NET_SENTIMENT', change: 'CHANGE' } as const
const MOST_TWEETS: Order = { column: 'tweets', isDescending: true }

/** Reads an order from the address, such as tweets-desc. Without a known one, entities with most tweets come first. */
export function readOrder(text: string): Order {
  const [name, direction] = text.split('-')
  const column = COLUMNS.find(known => known === name)
  return column === undefined ? MOST_TWEETS : { column, isDescending: direction === 'desc' }
}

export const writeOrder = ({ column, isDescending }: Order): string => `${column}-${isDescending ? 'desc' : 'asc'}`

/** The order that the server can use: without a period before, nothing changed since. */
export const possibleOrder = (order: Order, hasBefore: boolean): Order =>
  order.column === 'change' && !hasBefore ? MOST_TWEETS : order

/** The order as an argument of the API. */
export const orderInput = ({ column, isDescending }: Order): VariablesOf<typeof OVERVIEW>['orderBy'] => ({
  field: FIELDS[column],
  direction: isDescending ? 'DESC' : 'ASC',
})
