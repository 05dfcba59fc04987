import type { Label } from '../labels.ts'
import { UsageError } from '../problem/problem.ts'
import { parseLabel } from './parse-label.ts'

/** Labels of a file's own words, by `labelWord`; null for a word that means no label. */
export type LabelMap = ReadonlyMap<string, Label | null>

/** A word of a file as maps compare it: without case and blanks; `4.0` and `4` are the same. */
export function labelWord(value: string): string {
  const word = value.trim().toLowerCase()
  return /^[+-]?\d+(\.\d*)?$/.test(word) ? String(Number(word)) : word
}

/**
 * Reads `--labels "0=Negative,4=Positive,Mixed=-"`; `-` means no label. Throws a `UsageError`.
 * @param called Name of the option in messages.
 */
export function parseLabelMap(option: string, called = '--labels'): LabelMap {
  return labelMapOf(
    option.split(',').map(pair => {
      const [value = '', meaning, ...rest] = pair.split('=')
      if (meaning === undefined || rest.length > 0) throw unreadable(called, pair)
      return [value, meaning] as const
    }),
    called,
  )
}

/** A map from pairs of a file's word and a label. Throws a `UsageError`. */
export function labelMapOf(pairs: readonly (readonly [value: string, label: string])[], called: string): LabelMap {
  const map = new Map<string, Label | null>()
  for (const [value, meaning] of pairs) {
    const word = labelWord(value)
    const label = parseLabel(meaning)
    if (word === '' || (label === null && meaning.trim() !== '-')) throw unreadable(called, `${value}=${meaning}`)
    if (map.has(word)) throw new UsageError(`${called} names ${JSON.stringify(value.trim())} twice.`)
    map.set(word, label)
  }
  return map
}

const unreadable = (called: string, pair: string) =>
  new UsageError(`${called} contains ${JSON.stringify(pair)}; expected pairs such as "bad=Negative,good=Positive".`)
