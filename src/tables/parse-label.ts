import type { Label } from '../labels.ts'

const WORDS: Readonly<Record<string, Label>> = {
  positive: 'POSITIVE',
  pos: 'POSITIVE',
  neutral: 'NEUTRAL',
  neu: 'NEUTRAL',
  negative: 'NEGATIVE',
  neg: 'NEGATIVE',
  irrelevant: 'IRRELEVANT',
}

/**
 * Reads a label in words; null for anything else. Numbers are refused, because 0 is Negative in one corpus and Neutral
 * in another.
 */
export function parseLabel(value: string): Label | null {
  const word = value.trim().toLowerCase()
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null
}

/** Reads a score whose sign is the label, from -2 to 2 as in SemEval; null for anything else. */
export function parseScore(value: string): Label | null {
  const score = value.trim() === '' ? Number.NaN : Number(value)
  if (!(score >= -2 && score <= 2)) return null
  if (score === 0) return 'NEUTRAL'
  return score > 0 ? 'POSITIVE' : 'NEGATIVE'
}
