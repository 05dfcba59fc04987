import type { Label } from '../labels.ts'
import type { Scores } from '../ml/network/classifier.ts'
import type { WrittenWord } from './written-words.ts'

/** The contribution of a word of a tweet to a label. */
export interface TermContribution {
  /** As written in the tweet. */
  readonly term: string
  /** [start, end) in Unicode code points of the tweet. */
  readonly start: number
  readonly end: number
  /** P(label) with it minus P(label) without it, from -1 to 1: above 0 it supports the label. */
  readonly weight: number
}

/**
 * The contributions of words to a label, the largest change first; of equal ones the earlier.
 * @param withAll Scores of the whole text.
 * @param withoutEach Scores of the text without each word; same length and order as `words`.
 */
export function weighWords(
  text: string,
  label: Label,
  words: readonly WrittenWord[],
  withAll: Scores,
  withoutEach: readonly Scores[],
): readonly TermContribution[] {
  const probability = ({ probabilities }: Scores) => probabilities[label.toLowerCase() as Lowercase<Label>]
  let [units, points] = [0, 0]
  const pointsUpTo = (unit: number) => {
    points += codePoints(text.slice(units, unit))
    units = unit
    return points
  }
  const contributions = words.map(({ start, end }, index) => {
    const without = withoutEach[index]
    if (without === undefined)
      throw new Error(`Only ${withoutEach.length} scores were given for ${words.length} words.`)
    return {
      term: text.slice(start, end),
      start: pointsUpTo(start),
      end: pointsUpTo(end),
      weight: probability(withAll) - probability(without),
    }
  })
  return contributions.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start)
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
