import type { EncodedTweet } from '../../language/tweet-words/tweet-encoder.ts'
import { MARKS } from '../../language/tweet-words/tweet-encoder.ts'
import { Dice } from '../dice.ts'
import type { Mt19937 } from '../mt19937.ts'
import { shuffle } from '../numpy-permutation.ts'
import { makeEmojiRow } from '../rows/emoji-rows.ts'
import { makeIdentityRow } from '../rows/identity-rows.ts'
import { drawJoinedTweets, type JoinableTweets } from '../rows/joined-rows.ts'
import type { MadeRow, Material } from '../rows/made-row.ts'
import { makeNegationRow, makeQuoteRow } from '../rows/one-entity-rows.ts'
import { makeOrdinaryUse } from '../rows/ordinary-words.ts'
import { makeTwoEntityRows } from '../rows/two-entity-rows.ts'
import type { Example } from './examples.ts'
import type { Target } from './head-loss.ts'
import type { BatchRow, PooledMasks } from './loss-and-gradient.ts'
import type { PooledRecipe } from './recipe.ts'
import { POOLS, type PooledShape } from './shape.ts'

/** The examples of one corpus. */
export interface CorpusExamples {
  /** The variants of each tweet and entity. */
  readonly groups: readonly (readonly Example[])[]
  /** Passes per epoch. */
  readonly passes: number
  /** Share of each sentiment. */
  readonly shares: readonly [number, number, number]
}

/** What an epoch is drawn from. */
export interface EpochSource {
  readonly corpora: readonly CorpusExamples[]
  readonly joinable: JoinableTweets
  /** Tweets asked for a brand whose name they use as an ordinary word. */
  readonly ordinary: readonly Example[]
  readonly material: Omit<Material, 'dice'>
  readonly encode: (mention: { readonly text: string; readonly entity: string | null }) => EncodedTweet
  /** Ids of foreign function words, one list per language. */
  readonly foreign: readonly Int32Array[]
  readonly placeholder: number
  /** Ids of emoji, by sentiment. */
  readonly emoji: readonly [readonly number[], readonly number[], readonly number[]]
  /** 1 for each word whose polarity a dictionary knows. */
  readonly isPolar: Uint8Array
}

/** An input with its answer, before it is disturbed. `sentiment` is -1 for an irrelevant tweet. */
type Row = Pick<Example, 'tokenIds' | 'marks' | 'kind' | 'sentiment'> & {
  readonly shares: readonly number[]
  /** Its other words show that it is not about the entity. */
  readonly isClearlyIrrelevant?: boolean
}

/** Shares of the sentiments among the two-entity, negation and emoji rows, and among joined rows. */
const SHARES = {
  twoEntities: [0.45, 0.1, 0.45],
  negation: [0.42, 0.14, 0.44],
  emoji: [0.44, 0.12, 0.44],
  quotes: [0.36, 0.28, 0.36],
  identity: [1 / 3, 1 / 3, 1 / 3],
  joined: [1 / 3, 1 / 3, 1 / 3],
} as const

/** Groups the rows of one tweet about one entity. */
export function groupVariants(examples: readonly Example[]): Example[][] {
  const groups = new Map<string, Example[]>()
  for (const example of examples) {
    const { id, entity, text } = example.row
    const key = `${id ?? text}\n${entity ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [example])
    else group.push(example)
  }
  return [...groups.values()]
}

/** Draws the rows of one epoch, in batches of similar length and random order. */
export function drawEpoch(source: EpochSource, recipe: PooledRecipe, random: Mt19937): BatchRow[][] {
  const dice = new Dice(random)
  const natural = drawNaturalRows(source, recipe, dice)
  const made = drawMadeRows(source, recipe, natural.length, dice)
  const rows = [...natural, ...made].map(row => disturb(row, { source, recipe, dice }))
  const unreadable = Math.round(natural.length * recipe.rows.unreadable)
  for (let i = 0; i < unreadable; i++) rows.push(makeUnreadable(source, dice))
  return batchByLength(rows, recipe.batchSize, random)
}

function drawNaturalRows({ corpora }: EpochSource, recipe: PooledRecipe, dice: Dice): Row[] {
  const rows: Row[] = []
  for (const { groups, passes, shares } of corpora) {
    for (let pass = 0; pass < passes; pass++) {
      for (const variants of groups) {
        for (const example of dice.sample(variants, recipe.variants)) {
          if (example.tokenIds.length === 0) continue
          rows.push({ ...example, shares })
          const asked = example.kind === 0 && dice.chance(recipe.rows.namedMessages) ? askForName(example, dice) : null
          if (asked !== null) rows.push({ ...asked, shares })
        }
      }
    }
  }
  return rows
}

/** A message asked for a name in it: a run of words with capitals, a mention or a hashtag. Null if it has none. */
function askForName(example: Example, dice: Dice): Example | null {
  const { marks } = example
  const isName = (token: number) => ((marks[token] ?? 0) & MARKS.name) !== 0
  // A capital at the start of a text shows nothing.
  const starts = Array.from(marks.keys()).filter(
    token => token > 0 && isName(token) && (token === 1 || !isName(token - 1)),
  )
  if (starts.length === 0) return null
  const marked = marks.slice()
  for (let token = dice.pick(starts); isName(token); token++) marked[token] = (marked[token] as number) | MARKS.entity
  return { ...example, marks: marked, kind: 1 }
}

/** Rows that are written for this epoch; see `docs/model.md`. */
function drawMadeRows(source: EpochSource, { rows: wanted }: PooledRecipe, natural: number, dice: Dice): Row[] {
  const material = { ...source.material, dice }
  const rows: Row[] = []
  const encoded = ({ text, entity, sentiment }: MadeRow, shares: readonly number[]): Row => {
    const { tokenIds, marks } = source.encode({ text, entity })
    const isFound = marks.some(mark => (mark & MARKS.entity) !== 0)
    return { tokenIds, marks, kind: entity === null ? 0 : isFound ? 1 : 2, sentiment, shares }
  }
  const isUsable = ({ kind, tokenIds }: Row) => kind !== 2 && tokenIds.length > 0
  const fill = (share: number, make: () => readonly Row[]) => {
    const end = rows.length + Math.round(share * natural)
    // A draw may yield no row; the number of draws is bounded.
    for (let draws = 0; rows.length < end && draws < 4 * share * natural; draws++) rows.push(...make().filter(isUsable))
  }
  fill(wanted.joined, () => joinedRows(source, material))
  fill(wanted.twoEntities, () => makeTwoEntityRows(material).map(row => encoded(row, SHARES.twoEntities)))
  fill(wanted.negation, () => [encoded(makeNegationRow(material), SHARES.negation)])
  fill(wanted.quotes, () => [encoded(makeQuoteRow(material), SHARES.quotes)])
  fill(wanted.identity, () => [encoded(makeIdentityRow(material), SHARES.identity)])
  fill(wanted.ordinaryWords, () => [ordinaryRow(source, material)])
  fill(wanted.emoji, () => [encoded(makeEmojiRow(material), SHARES.emoji)])
  rows.push(...absentRows(source, Math.round(wanted.absent * natural), dice))
  return rows
}

/** Two tweets in one text, asked about each entity. None if a name occurs in the other tweet too. */
function joinedRows({ encode, joinable }: EpochSource, material: Material): Row[] {
  const joined = drawJoinedTweets(material, joinable)
  if (joined === null) return []
  const rows = joined.tweets.map(tweet => {
    const { tokenIds, marks } = encode({ text: joined.text, entity: tweet.row.entity })
    return { tokenIds, marks, kind: 1, sentiment: tweet.sentiment, shares: SHARES.joined, tweet }
  })
  const count = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + (mark & MARKS.entity), 0)
  return rows.every(({ marks, tweet }) => count(marks) === count(tweet.marks)) ? rows : []
}

/** Share of the rows with ordinary words that are tweets of the corpora; constructions make the others. */
const NATURAL_ORDINARY = 0.75

function ordinaryRow({ encode, ordinary }: EpochSource, material: Material): Row {
  const { dice } = material
  const isNatural = ordinary.length > 0 && dice.chance(NATURAL_ORDINARY)
  const { tokenIds, marks } = isNatural ? dice.pick(ordinary) : encode(makeOrdinaryUse(material))
  const kind = marks.some(mark => (mark & MARKS.entity) !== 0) ? 1 : 2
  return { tokenIds, marks, kind, sentiment: -1, shares: SHARES.joined, isClearlyIrrelevant: true }
}

/** Tweets that are asked for an entity of another tweet: they are not about it. */
function absentRows({ encode, joinable }: EpochSource, count: number, dice: Dice): Row[] {
  const tweets = joinable.flat()
  if (tweets.length === 0) return []
  return Array.from({ length: count }, () => {
    const { tokenIds, marks } = encode({ text: dice.pick(tweets).row.text, entity: dice.pick(tweets).row.entity })
    return { tokenIds, marks, kind: 2, sentiment: -1, shares: SHARES.joined }
  }).filter(({ marks }) => marks.every(mark => (mark & MARKS.entity) === 0))
}

interface Draw {
  readonly source: EpochSource
  readonly recipe: PooledRecipe
  readonly dice: Dice
}

/** Share of the rows with added emoji whose polar words are dropped, so that the emoji decides. */
const WITHOUT_POLAR_WORDS = 0.6

/** Draws the noise of one row: its entity's name, its words, emoji behind it. */
function disturb(row: Row, { source, recipe, dice }: Draw): BatchRow {
  const { kind, sentiment } = row
  const hasEmoji = (sentiment === 0 || sentiment === 2) && dice.chance(recipe.rows.emojiNoise)
  const isMuted = hasEmoji && dice.chance(WITHOUT_POLAR_WORDS)
  const isNameless = kind === 1 && dice.chance(recipe.anonymised)
  const added = hasEmoji ? emojiFor(source.emoji[sentiment], recipe.maxTokens - row.tokenIds.length, dice) : []
  const tokenIds = Int32Array.of(...row.tokenIds, ...added)
  const marks = Uint8Array.of(...row.marks, ...added.map(() => 0))
  for (let token = 0; token < row.tokenIds.length; token++) {
    const isEntity = ((marks[token] as number) & MARKS.entity) !== 0
    if (isNameless && isEntity) tokenIds[token] = source.placeholder
    else if (dice.chance(recipe.dropout.words)) tokenIds[token] = 0
    else if (isMuted && !isEntity && source.isPolar[tokenIds[token] as number] === 1) tokenIds[token] = 0
  }
  return { tokenIds, marks, kind, target: targetOf(row, recipe, isNameless) }
}

function emojiFor(emoji: readonly number[], room: number, dice: Dice): number[] {
  const count = Math.min(room, 1 + dice.index(3))
  if (count <= 0 || emoji.length === 0) return []
  const first = dice.pick(emoji)
  return Array.from({ length: count }, () => (dice.chance(0.6) ? first : dice.pick(emoji)))
}

function targetOf(
  { sentiment, kind, shares, isClearlyIrrelevant = false }: Row,
  recipe: PooledRecipe,
  isNameless: boolean,
): Target {
  const { labelSmoothing: smoothing, priorStrength } = recipe
  const share = (label: number) => (sentiment === label ? 1 - smoothing : 0) + smoothing / 3
  const offset = (label: number) => priorStrength * Math.log(shares[label] ?? 1)
  // Without its name, nothing tells whether a tweet is about the entity.
  const isBlind = isNameless && sentiment === -1 && !isClearlyIrrelevant
  return {
    sentiment: [share(0), share(1), share(2)],
    relevance: sentiment === -1 ? 0 : 1,
    sentimentWeight: sentiment === -1 ? 0 : 1,
    relevanceWeight: kind === 0 || isBlind ? 0 : 0.5,
    offsets: [offset(0), offset(1), offset(2)],
  }
}

/** A row of foreign or unknown words: every sentiment is equally likely, and it is not about the entity. */
function makeUnreadable({ foreign, corpora }: EpochSource, dice: Dice): BatchRow {
  const words = dice.chance(0.6) && foreign.length > 0 ? dice.pick(foreign) : NONE
  const known = 0.35 + 0.5 * dice.random.nextDouble()
  const length = 3 + dice.index(20)
  const tokenIds = Int32Array.from({ length }, () =>
    words.length > 0 && dice.chance(known) ? (words[dice.index(words.length)] as number) : 0,
  )
  // A few English words occur in foreign tweets too.
  const groups = dice.pick(corpora).groups
  const borrowed = groups.length === 0 ? undefined : dice.pick(groups)[0]?.tokenIds
  if (borrowed !== undefined && borrowed.length > 0) {
    for (let i = dice.index(3); i > 0; i--)
      tokenIds[dice.index(length)] = borrowed[dice.index(borrowed.length)] as number
  }
  const kind = dice.index(3)
  const marks = new Uint8Array(length)
  if (kind === 1) marks[dice.index(length)] = MARKS.entity
  const target = {
    sentiment: UNDECIDED,
    relevance: 0,
    sentimentWeight: 1,
    relevanceWeight: kind === 0 ? 0 : 1,
    offsets: [0, 0, 0] as const,
  }
  return { tokenIds, marks, kind, target }
}
const NONE = new Int32Array(0)
const UNDECIDED = [1 / 3, 1 / 3, 1 / 3] as const

/**
 * Batches rows of similar length, so that little padding is computed. The selection of rows and the order of batches
 * stay random.
 */
function batchByLength(rows: readonly BatchRow[], size: number, random: Mt19937): BatchRow[][] {
  const order = shuffle(
    Uint32Array.from(rows, (_, index) => index),
    random,
  )
  const batches: BatchRow[][] = []
  for (let from = 0; from < order.length; from += size * BATCHES_SORTED) {
    const window = Array.from(order.subarray(from, from + size * BATCHES_SORTED), index => rows[index] as BatchRow)
    window.sort((a, b) => a.tokenIds.length - b.tokenIds.length)
    for (let start = 0; start < window.length; start += size) batches.push(window.slice(start, start + size))
  }
  return Array.from(
    shuffle(
      Uint32Array.from(batches, (_, index) => index),
      random,
    ),
    index => batches[index] as BatchRow[],
  )
}
const BATCHES_SORTED = 40

export function drawMasks(
  rows: number,
  shape: PooledShape,
  dropout: PooledRecipe['dropout'],
  random: Mt19937,
): PooledMasks {
  return {
    words: drawMask(rows * (shape.wordSize + shape.lexiconSize), dropout.channels, random),
    pooled: drawMask(rows * POOLS * shape.hiddenSize, dropout.pooled, random),
  }
}

/** 0 with the given probability, otherwise the factor that keeps the mean. */
function drawMask(length: number, rate: number, random: Mt19937): Float32Array {
  const mask = new Float32Array(length)
  const kept = 1 / (1 - rate)
  const limit = rate * 2 ** 32
  for (let i = 0; i < length; i++) mask[i] = random.nextUint32() < limit ? 0 : kept
  return mask
}
