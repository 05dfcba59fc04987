import type { Brand, Phase, Tone } from './brands/brand.ts'
import { BRANDS, STORY_DAYS } from './brands.ts'

export interface SampleTweet {
  readonly id: string
  readonly entity: string
  readonly text: string
  readonly author: string
  readonly posted_at: string
  /** The label that a person might have given, for some of the tweets. */
  readonly sentiment?: 'Positive' | 'Negative' | 'Neutral'
}

const DAY_MS = 24 * 3_600_000
const SEED = 2026
/** As if somebody had labelled that share of the tweets by hand: enough to measure the model on each brand. */
const LABELLED_SHARE = 0.5
const LABELS = { praise: 'Positive', complaint: 'Negative', report: 'Neutral' } as const

/** Most tweets have neither, and none is used with more than a few texts. */
const OPENINGS: Readonly<Record<Tone, readonly string[]>> = {
  praise: [
    'ok, ',
    'wow, ',
    'honestly, ',
    'must say, ',
    'yes! ',
    'little win today: ',
    'not an ad: ',
    'friends, ',
    'told you: ',
  ],
  complaint: [
    'ugh, ',
    'seriously, ',
    'no words: ',
    'great start of the week: ',
    'and again: ',
    'rant: ',
    'wonderful, not: ',
    'people, ',
  ],
  report: ['so, ', 'by the way, ', 'morning all, ', 'quick question, ', 'heads up: ', 'fyi, ', 'for my followers: '],
}
const ENDINGS: Readonly<Record<Tone, readonly string[]>> = {
  praise: [
    '!',
    '!!',
    ' :)',
    ' ❤️',
    ' 😍',
    '. Recommended',
    '. Made my day',
    ' #happy',
    '. My week is saved',
    ', and I am hard to please',
    '. Ten out of ten',
    ', even on a Monday',
  ],
  complaint: [
    '!',
    '!!!',
    ' :(',
    ' 😡',
    ' 🙄',
    '. Not again',
    '. Anyone else?',
    ' #fail',
    '. I give up',
    ', and nobody cares',
    '. Day two',
    '. What a week',
    ', as always',
  ],
  report: [' 👀', ' #news', ' (via a friend)', ' #today', '...', '. Thoughts?', ', says my neighbour', '. More later'],
}
const DECORATED_SHARE = 0.45
const AUTHOR_WORDS = [
  ['paper', 'quiet', 'rainy', 'seven', 'tiny', 'velvet', 'winter'],
  ['badger', 'ferry', 'kettle', 'lantern', 'marble', 'otter', 'teapot'],
] as const

/**
 * The sample: the story of some brands over the 60 days before `now`. The same tweets each time, with the same ids, so that importing it
 * again stores nothing twice.
 */
export function sampleTweets(now: number): readonly SampleTweet[] {
  const draw = createDraw(SEED)
  const write = createWriter(draw)
  const written = BRANDS.flatMap(brand =>
    brand.phases.flatMap(phase => momentsOf(phase, draw).map(day => ({ brand, phase, day }))),
  ).map(({ brand, phase, day }) => {
    const tone = toneOf(phase, draw)
    return {
      entity: brand.name,
      day,
      author: AUTHOR_WORDS.map(words => pick(words, draw)).join('_'),
      text: write(brand, phase, tone),
      ...(draw() < LABELLED_SHARE ? { sentiment: LABELS[tone] } : {}),
    }
  })
  return written
    .sort((a, b) => a.day - b.day)
    .map(({ day, ...tweet }, number) => ({
      id: `pulso-sample-${number}`,
      ...tweet,
      posted_at: new Date(now - (STORY_DAYS - day) * DAY_MS).toISOString(),
    }))
}

/** The sample as a file that any import takes. */
export const sampleFile = (now: number): string =>
  sampleTweets(now)
    .map(tweet => `${JSON.stringify(tweet)}\n`)
    .join('')

/** From 0 to below 1. */
type Draw = () => number

/** A linear congruential generator: the same numbers on every machine. */
function createDraw(seed: number): Draw {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const pick = <T>(from: readonly T[], draw: Draw): T => {
  const picked = from[Math.floor(draw() * from.length)]
  if (picked === undefined) throw new Error('Nothing to pick from.')
  return picked
}

/** When the tweets of a phase were posted, in days of the story. */
function momentsOf({ days: [first, last], tweetsPerDay }: Phase, draw: Draw): readonly number[] {
  const length = last - first + 1
  return Array.from({ length: Math.round(length * tweetsPerDay) }, () => first + length * draw())
}

/** Writes tweets, no two of them alike. Of the texts that fit, one of those that were used least is next. */
function createWriter(draw: Draw) {
  const used = new Set<string>()
  const uses = new Map<string, number>()
  const usesOf = (template: string) => uses.get(template) ?? 0

  return (brand: Brand, phase: Phase, tone: Tone): string => {
    for (;;) {
      const news = phase.news?.[tone]
      // Whatever is new is most of the talk.
      const fitting = news !== undefined && draw() < 0.75 ? news : brand.texts[tone]
      const fewest = Math.min(...fitting.map(usesOf))
      const template = pick(
        fitting.filter(text => usesOf(text) === fewest),
        draw,
      )
      uses.set(template, fewest + 1)
      const text = decorate(spell(template, draw), tone, draw)
      if (used.has(text)) continue
      used.add(text)
      return text
    }
  }
}

/** Chooses one of the words in each pair of braces. */
const spell = (template: string, draw: Draw): string =>
  template.replaceAll(/\{([^}]*)\}/g, (_, words: string) => pick(words.split('|'), draw))

/** Some people begin with a sigh and end with a smile; some write no capitals. */
function decorate(body: string, tone: Tone, draw: Draw): string {
  const opening = draw() < DECORATED_SHARE ? pick(OPENINGS[tone], draw) : ''
  const ending = draw() < DECORATED_SHARE ? pick(ENDINGS[tone], draw) : ''
  const text = opening + body + ending
  return draw() < 0.2 ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

function toneOf({ praise, complaints }: Phase, draw: Draw): Tone {
  const number = draw() * 10
  if (number < praise) return 'praise'
  return number < praise + complaints ? 'complaint' : 'report'
}
