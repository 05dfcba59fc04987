/** Index into `SENTIMENTS`: negative, neutral, positive. */
export type Sentiment = 0 | 1 | 2
