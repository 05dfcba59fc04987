import { type Label, LOOKS } from './labels.ts'

export type Side = 'positive' | 'negative' | 'neutral'

const OPPOSITE = { positive: 'negative', negative: 'positive' } as const

/** The side that a word pulls to: a word against Positive pulls to the negative side. For other labels, only the label is known. */
export function pullOf(label: Label, weight: number): Side {
  const { key } = LOOKS[label]
  if (key !== 'positive' && key !== 'negative') return 'neutral'
  return weight > 0 ? key : OPPOSITE[key]
}
