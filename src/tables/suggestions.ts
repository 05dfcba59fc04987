import type { Label } from '../labels.ts'
import { isMissing } from './external-id.ts'
import { labelWord } from './label-map.ts'
import { parseLabel } from './parse-label.ts'

/** What the values of a column make likely. A user confirms it; nothing is read so without that. */
export interface ColumnSuggestion {
  /** The order of day and month, if the dates of the column need one and show it. */
  readonly timeFormat: 'day-first' | 'month-first' | null
  /** A date of the column that can be read in two ways, if nothing decides; otherwise null. */
  readonly ambiguousTime: string | null
  /** A meaning of labels that are no usual words; empty if there is none to suggest. */
  readonly labelMap: readonly { readonly value: string; readonly label: Label | null }[]
}

/** Of the values, this many must be dates or labels for a suggestion about them. */
const MOST = 0.8
/** A column with more different values has no labels. */
const MAX_LABELS = 20

/** Null if there is nothing to suggest. */
export function suggestFor(cells: readonly string[]): ColumnSuggestion | null {
  const values = cells.map(cell => cell.trim()).filter(cell => cell !== '' && !isMissing(cell))
  const time = suggestTime(values)
  const labelMap = suggestLabels(values)
  return time === null && labelMap.length === 0
    ? null
    : { timeFormat: null, ambiguousTime: null, ...time, labelMap: [...labelMap] }
}

/** A date whose year is last, and may be short. */
const DATE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/

function suggestTime(values: readonly string[]): Omit<ColumnSuggestion, 'labelMap'> | null {
  const dates = values.flatMap(value => {
    const [, first, , second, year] = DATE.exec(value) ?? []
    return first === undefined ? [] : [{ value, first: Number(first), second: Number(second), year: year ?? '' }]
  })
  const [any] = dates
  if (any === undefined || dates.length < MOST * values.length) return null
  // In 24-11-26, the year may be first.
  const isYearLast = dates.some(({ year }) => year.length === 4 || Number(year) > 31)
  const [dayFirst, monthFirst] = [dates.some(({ first }) => first > 12), dates.some(({ second }) => second > 12)]
  if (isYearLast && dayFirst !== monthFirst) {
    return { timeFormat: dayFirst ? 'day-first' : 'month-first', ambiguousTime: null }
  }
  const doubtful = dates.find(({ first, second }) => first <= 12 && second <= 12) ?? any
  return { timeFormat: null, ambiguousTime: doubtful.value.slice(0, 40) }
}

/** Scales of numbers that data sets use, the narrowest first: what all values are on, and what some must be. */
const SCALES: readonly { readonly labels: Readonly<Record<string, Label>>; readonly needs: readonly string[] }[] = [
  { labels: { '0': 'NEGATIVE', '1': 'POSITIVE' }, needs: ['0', '1'] },
  { labels: { '-1': 'NEGATIVE', '0': 'NEUTRAL', '1': 'POSITIVE' }, needs: ['-1', '1'] },
  { labels: { '0': 'NEGATIVE', '1': 'NEUTRAL', '2': 'POSITIVE' }, needs: ['0', '1', '2'] },
  { labels: { '0': 'NEGATIVE', '2': 'NEUTRAL', '4': 'POSITIVE' }, needs: ['0', '4'] },
  {
    labels: { '-2': 'NEGATIVE', '-1': 'NEGATIVE', '0': 'NEUTRAL', '1': 'POSITIVE', '2': 'POSITIVE' },
    needs: ['-2', '2'],
  },
  {
    labels: { '1': 'NEGATIVE', '2': 'NEGATIVE', '3': 'NEUTRAL', '4': 'POSITIVE', '5': 'POSITIVE' },
    needs: ['1', '5'],
  },
]

const WORDS: Readonly<Record<Label, readonly string[]>> = {
  POSITIVE: [
    'positiv',
    'positif',
    'positive',
    'positivo',
    'positiva',
    'pos',
    'p',
    'p+',
    'good',
    'happy',
    'favor',
    'favour',
    'pro',
  ],
  NEUTRAL: ['neutral', 'neutre', 'neutro', 'neutra', 'neutraal', 'neu', 'objective'],
  NEGATIVE: [
    'negativ',
    'negatif',
    'négatif',
    'negative',
    'negativo',
    'negativa',
    'neg',
    'n',
    'n+',
    'bad',
    'sad',
    'against',
    'anti',
  ],
  IRRELEVANT: ['irrelevant', 'unrelated', 'off topic', 'not relevant'],
}
const NO_LABEL = ['mixed', 'ambivalent', 'conflict', 'unknown', 'unsure', 'not sure', 'unclear', "can't tell"]
const MEANINGS = new Map<string, Label | null>([
  ...Object.entries(WORDS).flatMap(([label, words]) => words.map(word => [word, label as Label] as const)),
  ...NO_LABEL.map(word => [word, null] as const),
])
const DEGREE = /^(?:very|extremely|strongly|highly|slightly|somewhat|weakly|rather|mostly)[ _-]+/

function suggestLabels(values: readonly string[]): ColumnSuggestion['labelMap'] {
  const words = new Map(values.map(value => [labelWord(value), value]))
  if (words.size < 2 || words.size > MAX_LABELS) return []
  const numbers = [...words.keys()].map(word => word.replace(/^(?:label|class)[ _-]?(?=\d)/, ''))
  const scale = SCALES.find(
    ({ labels, needs }) =>
      numbers.every(number => Object.hasOwn(labels, number)) && needs.every(number => numbers.includes(number)),
  )
  if (scale !== undefined) {
    const found = [...words.values()].map((value, index) => ({
      value,
      label: scale.labels[numbers[index] ?? ''] ?? null,
    }))
    return found.sort((a, b) => (a.value < b.value ? -1 : 1))
  }
  const meant = [...words].flatMap(([word, value]) => {
    const label = MEANINGS.get(word.replace(DEGREE, ''))
    return label === undefined ? [] : [{ value, label }]
  })
  const isOpinion = ({ label }: { readonly label: Label | null }) => label === 'POSITIVE' || label === 'NEGATIVE'
  const unusual = meant.filter(({ value }) => parseLabel(value) === null)
  return meant.some(isOpinion) && meant.length >= MOST * words.size ? unusual : []
}
