import { LABELS, type Label } from '../charts/labels.ts'

export interface LabelMapEntry {
  readonly value: string
  readonly label: Label | null
}

const meaningOf = (word: string): Label | undefined => LABELS.find(label => label.toLowerCase() === word.toLowerCase())

/** Reads pairs as the command does: 0=Negative,4=Positive,mixed=- with `-` for no label. Null if it is none of that. */
export function labelMapIn(text: string): readonly LabelMapEntry[] | null {
  const entries: LabelMapEntry[] = []
  for (const pair of text.split(',').filter(part => part.trim() !== '')) {
    const [value = '', word = '', ...rest] = pair.split('=').map(part => part.trim())
    const label = meaningOf(word)
    if (value === '' || rest.length > 0 || (label === undefined && word !== '-')) return null
    entries.push({ value, label: label ?? null })
  }
  return entries
}

/** Pairs as the command reads them: 0=Negative,4=Positive */
export const labelMapText = (entries: readonly LabelMapEntry[]): string =>
  entries.map(({ value, label }) => `${value}=${label === null ? '-' : capitalised(label)}`).join(',')

const capitalised = (label: Label) => `${label.charAt(0)}${label.slice(1).toLowerCase()}`

/** The words of a label column that neither are labels nor have a meaning in the map. */
export function unknownLabels(words: readonly string[], map: readonly LabelMapEntry[]): readonly string[] {
  const known = new Set([...map.map(({ value }) => value.toLowerCase()), ''])
  return [...new Set(words.map(word => word.trim()))].filter(
    word => meaningOf(word) === undefined && !known.has(word.toLowerCase()),
  )
}
