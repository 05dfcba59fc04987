import type { graphql } from '../api/schema.ts'

export type Label = ReturnType<typeof graphql.scalar<'Label'>>

interface Look {
  readonly name: string
  /** Also the class that colours it and the name of its pattern. */
  readonly key: 'positive' | 'neutral' | 'negative' | 'irrelevant'
  /** Tells the labels apart where colours do not. */
  readonly symbol: string
}

/** In the order in which bars are stacked: what people like, what leaves them cold, what they dislike, and what is not about it. */
export const LABELS: readonly Label[] = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT']

export const LOOKS: Record<Label, Look> = {
  POSITIVE: { name: 'Positive', key: 'positive', symbol: '▲' },
  NEUTRAL: { name: 'Neutral', key: 'neutral', symbol: '●' },
  NEGATIVE: { name: 'Negative', key: 'negative', symbol: '▼' },
  IRRELEVANT: { name: 'Irrelevant', key: 'irrelevant', symbol: '◇' },
}
