import type { graphql } from '../api/schema.ts'

export type Label = ReturnType<typeof graphql.scalar<'Label'>>

interface Look {
  readonly name: string
  /** Also used in class names and names of patterns. */
  readonly key: 'positive' | 'neutral' | 'negative' | 'irrelevant'
  /** Distinguishes the labels without colours. */
  readonly symbol: string
}

/** In the order in which bars are stacked. */
export const LABELS: readonly Label[] = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT']

export const LOOKS: Record<Label, Look> = {
  POSITIVE: { name: 'Positive', key: 'positive', symbol: '▲' },
  NEUTRAL: { name: 'Neutral', key: 'neutral', symbol: '●' },
  NEGATIVE: { name: 'Negative', key: 'negative', symbol: '▼' },
  IRRELEVANT: { name: 'Irrelevant', key: 'irrelevant', symbol: '◇' },
}
