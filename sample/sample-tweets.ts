import { BRANDS, type Brand, type Phase, STORY_DAYS, type Tone } from './brands.ts'

export interface SampleTweet {
  readonly id: string
  readonly entity: string
  readonly text: string
  readonly author: string
  readonly posted_at: string
}

const DAY_MS = 24 * 3_600_000
const SEED = 2026

const OPENINGS: Readonly<Record<Tone, readonly string[]>> = {
  praise: ['', '', '', 'ok, ', 'wow, ', 'honestly, ', 'must say, ', 'yes! '],
  complaint: ['', '', '', 'ugh, ', 'seriously, ', 'no words: ', 'great start of the week: '],
  report: ['', '', '', 'so, ', 'by the way, ', 'morning all, '],
}
const ENDINGS: Readonly<Record<Tone, readonly string[]>> = {
  praise: ['', '', '!', ' :)', ' ❤️', ' 😍', '. Recommended', '. Made my day'],
  complaint: ['', '', '!', ' :(', ' 😡', ' 🙄', '. Not again', '. Anyone else?'],
  report: ['', '', ' 👀', ' #news', ' (via a friend)', ' #today'],
}
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
  const used = new Set<string>()
  const written = BRANDS.flatMap(brand =>
    brand.phases.flatMap(phase => momentsOf(phase, draw).map(day => ({ brand, phase, day }))),
  ).map(({ brand, phase, day }) => ({
    entity: brand.name,
    day,
    author: AUTHOR_WORDS.map(words => pick(words, draw)).join('_'),
    text: newText(brand, phase, draw, used),
  }))
  return written
    .sort((a, b) => a.day - b.day)
    .map(({ entity, day, author, text }, number) => ({
      id: `pulso-sample-${number}`,
      entity,
      text,
      author,
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

function newText(brand: Brand, phase: Phase, draw: Draw, used: Set<string>): string {
  for (;;) {
    const text = makeText(brand, phase, draw)
    if (used.has(text)) continue
    used.add(text)
    return text
  }
}

function makeText(brand: Brand, phase: Phase, draw: Draw): string {
  const tone = toneOf(phase, draw)
  const news = phase.news?.[tone]
  // Whatever is new is most of the talk.
  const body = pick(news !== undefined && draw() < 0.75 ? news : brand.texts[tone], draw)
  const text = pick(OPENINGS[tone], draw) + body + pick(ENDINGS[tone], draw)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function toneOf({ praise, complaints }: Phase, draw: Draw): Tone {
  const number = draw() * 10
  if (number < praise) return 'praise'
  return number < praise + complaints ? 'complaint' : 'report'
}
