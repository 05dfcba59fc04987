import type { Mt19937 } from '../mt19937.ts'
import { shuffle } from '../numpy-permutation.ts'
import type { Example } from './examples.ts'
import type { HeadTarget } from './head-loss.ts'
import type { BatchRow, PooledMasks } from './loss-and-gradient.ts'
import type { PooledRecipe } from './recipe.ts'
import { POOLS, type PooledShape } from './shape.ts'

/** The examples and parameters to draw an epoch from. */
export interface EpochSource {
  /** For each corpus, the variants of each tweet and entity. */
  readonly groups: readonly (readonly (readonly Example[])[])[]
  /** Ids of foreign function words, one list per language. */
  readonly foreign: readonly Int32Array[]
  readonly placeholder: number
  readonly heads: number
}

/** Soft targets for an example, one for each of its heads; null uses its label. */
export type Teacher = (example: Example) => readonly HeadTarget[] | null

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
export function drawEpoch(
  source: EpochSource,
  recipe: Omit<PooledRecipe, 'teachers'>,
  teacher: Teacher,
  random: Mt19937,
): BatchRow[][] {
  const largest = Math.max(...source.groups.map(groups => groups.length))
  const rows: BatchRow[] = []
  for (const groups of source.groups) {
    const passes = groups.length * 10 < largest * 3 ? recipe.smallCorpusPasses : 1
    for (let pass = 0; pass < passes; pass++) {
      for (const variants of groups) {
        for (const example of pick(variants, recipe.variants, random)) {
          if (example.tokenIds.length > 0) rows.push(disturb(example, { source, recipe, teacher, random }))
        }
      }
    }
  }
  const made = Math.round(rows.length * recipe.unreadableShare)
  for (let i = 0; i < made; i++) rows.push(makeUnreadable(source, random))
  return batchByLength(rows, recipe.batchSize, random)
}

function pick<T>(items: readonly T[], count: number, random: Mt19937): readonly T[] {
  if (items.length <= count) return items
  const rest = [...items]
  return Array.from({ length: count }, () => rest.splice(Math.floor(random.nextDouble() * rest.length), 1)[0] as T)
}

interface Draw {
  readonly source: EpochSource
  readonly recipe: Omit<PooledRecipe, 'teachers'>
  readonly teacher: Teacher
  readonly random: Mt19937
}

/** Draws the dropout of one row: words, the name of its entity, the entity's own vector. */
function disturb(example: Example, { source, recipe, teacher, random }: Draw): BatchRow {
  const { placeholder, heads } = source
  const { marks, kind } = example
  const isNameless = kind === 1 && random.nextDouble() < recipe.entity.placeholder
  const entity = random.nextDouble() < recipe.entity.forgotten ? -1 : example.entity
  const tokenIds = example.tokenIds.slice()
  for (let token = 0; token < tokenIds.length; token++) {
    if (isNameless && ((marks[token] as number) & 1) === 1) tokenIds[token] = placeholder
    else if (random.nextDouble() < recipe.dropout.words) tokenIds[token] = 0
  }
  const targets = teacher(example) ?? labelTargets(example, heads, recipe.labelSmoothing)
  // The relevance to an unknown entity cannot be learnt from irrelevant tweets of other entities.
  const isUnknown = entity === -1
  return {
    tokenIds,
    marks,
    kind,
    entity,
    targets:
      isUnknown && example.sentiment === -1 ? targets.map(target => ({ ...target, relevanceWeight: 0 })) : targets,
  }
}

/** The example's label, at the head of its corpus and at the common head. */
function labelTargets({ corpus, sentiment, kind }: Example, heads: number, smoothing: number): HeadTarget[] {
  const share = (label: number) => (sentiment === label ? 1 - smoothing : 0) + smoothing / 3
  return [corpus, heads - 1].map(head => ({
    head,
    sentiment: [share(0), share(1), share(2)] as const,
    relevance: sentiment === -1 ? 0 : 1,
    sentimentWeight: sentiment === -1 ? 0 : 1,
    relevanceWeight: kind === 0 ? 0 : 0.5,
  }))
}

/** A row of foreign or unknown words: every sentiment is equally likely, and it is not about the entity. */
function makeUnreadable({ foreign, heads, groups }: EpochSource, random: Mt19937): BatchRow {
  const draw = (count: number) => Math.floor(random.nextDouble() * count)
  const words = random.nextDouble() < 0.6 ? (foreign[draw(foreign.length)] ?? NONE) : NONE
  const known = 0.35 + 0.5 * random.nextDouble()
  const length = 3 + draw(20)
  const tokenIds = Int32Array.from({ length }, () =>
    words.length > 0 && random.nextDouble() < known ? (words[draw(words.length)] as number) : 0,
  )
  // A few English words occur in foreign tweets too.
  const corpus = groups[draw(groups.length)] ?? []
  const borrowed = corpus[draw(corpus.length)]?.[0]?.tokenIds
  if (borrowed !== undefined && borrowed.length > 0) {
    for (let i = draw(3); i > 0; i--) tokenIds[draw(length)] = borrowed[draw(borrowed.length)] as number
  }
  const kind = draw(3)
  const marks = new Uint8Array(length)
  if (kind === 1) marks[draw(length)] = 1
  const targets = Array.from({ length: heads }, (_, head) => ({
    head,
    sentiment: UNDECIDED,
    relevance: 0,
    sentimentWeight: 1 / heads,
    relevanceWeight: kind === 0 ? 0 : 1 / heads,
  }))
  return { tokenIds, marks, kind, entity: -1, targets }
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
