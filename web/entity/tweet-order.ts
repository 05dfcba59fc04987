export const TWEET_ORDERS = ['NEWEST', 'OLDEST', 'LEAST_CONFIDENT'] as const
export type TweetOrder = (typeof TWEET_ORDERS)[number]

/** The order that an address names, newest first where it names none. */
export const readTweetOrder = (text: string): TweetOrder => TWEET_ORDERS.find(order => order === text) ?? 'NEWEST'
