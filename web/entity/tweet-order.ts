import type { VariablesOf } from 'gql.tada'
import type { TWEETS } from './tweets-query.ts'

type ClassificationOrder = VariablesOf<typeof TWEETS>['orderBy']

/** The orders to choose from, by their names in the address. */
export const TWEET_ORDERS = {
  NEWEST: { field: 'TIME', direction: 'DESC' },
  OLDEST: { field: 'TIME', direction: 'ASC' },
  LEAST_CONFIDENT: { field: 'CONFIDENCE', direction: 'ASC' },
} as const satisfies Record<string, ClassificationOrder>

export type TweetOrder = keyof typeof TWEET_ORDERS

export const TWEET_ORDER_NAMES = Object.keys(TWEET_ORDERS) as TweetOrder[]

/** The order that an address names, newest first if it names none. */
export const readTweetOrder = (text: string): TweetOrder => TWEET_ORDER_NAMES.find(order => order === text) ?? 'NEWEST'
