import type { TrackedEntity } from '../entities/read-tracked.ts'
import type { Label } from '../labels.ts'
import { possibleKeys } from '../ml/language/names/possible-keys.ts'
import type { Mention, Scores } from '../ml/network/classifier.ts'
import { type Result, succeed } from '../problem/problem.ts'
import { findSubjects, MAX_SPANS, type Subject, type WantedName, withKeys } from './find-subjects.ts'
import { passagesOf } from './passages-of.ts'
import { isLong, type ReadText, readText, type Span, spanOf } from './read-text.ts'

/** A part of a text with its scores. Offsets are [start, end) in UTF-16 units of the text as it was given. */
export interface ScoredPart extends Span {
  readonly text: string
  readonly scores: Scores
}

/** The label of an entity in a text, or `MIXED` if the text has opposite opinions of it. */
type EntitySentiment = Label | 'MIXED'

export interface AnalyzedEntity {
  readonly name: string
  /** Null if no stored entity has the name. */
  readonly entityId: string | null
  readonly sentiment: EntitySentiment
  /** The scores of the whole text; of a long one (`isLong`), those of the decisive passage. */
  readonly scores: Scores
  /** What the scores are about, and where it begins in the text, in Unicode code points. */
  readonly scored: Mention & { readonly start: number }
  /** Where the text names the entity, each with the scores of its passage. Empty if only the client has named it. */
  readonly occurrences: readonly ScoredPart[]
}

export interface AnalyzedText {
  /** Of the whole message, about no entity. */
  readonly message: Scores
  readonly entities: readonly AnalyzedEntity[]
  /** Empty unless they are wanted. */
  readonly sentences: readonly ScoredPart[]
}

export interface AnalyzeNeeds {
  /** The stored entities that have one of the keys. */
  readonly findTracked: (keys: readonly string[]) => Promise<readonly TrackedEntity[]>
  /** Same length and order. */
  readonly predict: (mentions: readonly Mention[]) => Promise<readonly Result<Scores>[]>
}

export interface AnalyzeOptions {
  /** Names to answer for, in addition to those that are found. */
  readonly wanted?: readonly WantedName[]
  readonly hasSentences?: boolean
}

/** Passages of one text that are read beside the whole text and the first passage of each entity. */
const MAX_PASSAGES = 100

/** Analyzes texts by one call of the model, and a second one if it reads a part in another language. Same length and order. */
export async function analyzeTexts(
  { findTracked, predict }: AnalyzeNeeds,
  texts: readonly string[],
  { wanted = [], hasSentences = false }: AnalyzeOptions = {},
): Promise<readonly Result<AnalyzedText>[]> {
  const read: { readonly text: ReadText; readonly keys: ReadonlySet<string> }[] = []
  const wantedKeys = new Set(wanted.map(({ key }) => key))
  const allKeys = new Set(wantedKeys)
  for (const given of texts) {
    const text = readText(given)
    const keys = possibleKeys(text.decoded, text.units)
    read.push({ text, keys })
    for (const key of keys) allKeys.add(key)
    await breathe(given)
  }
  const tracked = (await findTracked([...allKeys])).map(withKeys)
  const plans: Plan[] = []
  for (const { text, keys } of read) {
    // Each text is analyzed as it is alone: the names of its neighbours are none of its own.
    const own = tracked.filter(entity => entity.keys.some(key => keys.has(key) || wantedKeys.has(key)))
    plans.push(planText(text, findSubjects(text, wanted, own), hasSentences))
    await breathe(text.text)
  }
  return readPlans(plans, predict)
}

/** Parts that the model reads in another language than the whole message are asked again in that of the message. */
async function readPlans(
  plans: readonly Plan[],
  predict: AnalyzeNeeds['predict'],
): Promise<readonly Result<AnalyzedText>[]> {
  const asked = plans.flatMap(({ mentions }) => mentions)
  const answers = [...(await predict(asked))]
  const strayed: { readonly at: number; readonly mention: Mention }[] = []
  let first = 0
  for (const { mentions } of plans) {
    const language = languageOf(answers[first])
    for (let at = first; at < first + mentions.length && language !== null; at++) {
      const mention = asked[at]
      if (mention === undefined || answers[at]?.ok !== true || languageOf(answers[at]) === language) continue
      strayed.push({ at, mention: { ...mention, language } })
    }
    first += mentions.length
  }
  if (strayed.length > 0) {
    const again = await predict(strayed.map(({ mention }) => mention))
    for (const [index, { at }] of strayed.entries()) answers[at] = again[index] ?? missing()
  }
  let at = 0
  return plans.map(plan => {
    const own = answers.slice(at, at + plan.mentions.length)
    at += plan.mentions.length
    const failed = own.find(result => !result.ok)
    if (failed !== undefined && !failed.ok) return failed
    return succeed(plan.read(own.flatMap(result => (result.ok ? [result.value] : []))))
  })
}

const languageOf = (answer: Result<Scores> | undefined) => (answer?.ok === true ? answer.value.language : null)

/** Other requests are served between long texts. */
const breathe = async ({ length }: string) => {
  if (length > LONG_TEXT) await new Promise(setImmediate)
}
const LONG_TEXT = 1000

interface Plan {
  /** The whole message comes first. */
  readonly mentions: readonly Mention[]
  read(scores: readonly Scores[]): AnalyzedText
}

/** Decides what the model has to read, and how its answers are the analysis. */
function planText(text: ReadText, subjects: readonly Subject[], hasSentences: boolean): Plan {
  const mentions: Mention[] = []
  const places = new Map<string, number>()
  /** The index of a mention among those to score, each once. */
  const ask = (part: string, entity: string | null): number => {
    const key = `${entity ?? ''}\u0000${part}`
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, mentions.length)
    return mentions.push({ text: part, entity }) - 1
  }
  const everything = { start: 0, end: text.text.length }
  const message = ask(text.text, null)
  const divided = subjects.map(subject => {
    const passages = passagesOf(text, subject.spans).map(passage => text.placeOf(spanOf(text, passage)))
    const isDivided = new Set(passages.map(({ start }) => start)).size > 1 || (isLong(text) && passages.length > 0)
    return { subject, passages, isDivided }
  })
  const allowed = inTurn(divided.map(({ passages, isDivided }) => (isDivided ? passages.length : 0)))
  const planned = divided.map(({ subject, passages, isDivided }, at) => {
    const whole = isDivided && isLong(text) ? null : ask(text.text, subject.name)
    const read = passages.slice(0, allowed[at]).map(passage => ({
      read: passage,
      mention: ask(text.text.slice(passage.start, passage.end), subject.name),
    }))
    // A place beyond the limit has the scores of the whole text. A long text has none, so they are those of the last passage.
    const other = whole === null ? read.at(-1) : { read: everything, mention: whole }
    const parts = passages.map((_, index) => ({
      place: text.placeOf(subject.spans[index] as Span),
      ...((read[index] ?? other) as (typeof read)[number]),
    }))
    return { subject, whole, parts }
  })
  const sentences = hasSentences
    ? text.sentences.map(sentence => {
        const place = text.placeOf(spanOf(text, sentence))
        return { place, mention: ask(text.text.slice(place.start, place.end), null) }
      })
    : []
  return {
    mentions,
    read: scores => {
      const part = ({ place, mention }: { readonly place: Span; readonly mention: number }): ScoredPart => ({
        ...place,
        text: text.text.slice(place.start, place.end),
        scores: at(scores, mention),
      })
      return {
        message: at(scores, message),
        sentences: sentences.map(part),
        entities: planned.map(({ subject: { name, entityId }, whole, parts }) => {
          const occurrences = parts.map(part)
          const decisive = whole === null ? decisivePart(occurrences) : 0
          const own = whole === null ? at(scores, parts[decisive]?.mention ?? message) : at(scores, whole)
          const { start, end } = (whole === null ? parts[decisive]?.read : undefined) ?? everything
          return {
            name,
            entityId,
            sentiment: isMixed(occurrences) ? ('MIXED' as const) : own.label,
            scores: own,
            scored: {
              text: text.text.slice(start, end),
              entity: name,
              language: own.language,
              start: [...text.text.slice(0, start)].length,
            },
            occurrences,
          }
        }),
      }
    },
  }
}

/** Of each entity, how many of its passages are read: a first one, and then one of each in turn up to the limit. */
function inTurn(counts: readonly number[]): readonly number[] {
  const allowed = counts.map(count => Math.min(count, 1))
  let left = MAX_PASSAGES
  for (let turn = 1; turn < MAX_SPANS && left > 0; turn++) {
    for (const [index, count] of counts.entries()) {
      if (count > turn && left-- > 0) allowed[index] = turn + 1
    }
  }
  return allowed
}

function at(scores: readonly Scores[], index: number): Scores {
  return scores[index] ?? missing()
}

function missing(): never {
  throw new Error('The model returned fewer results than there are texts.')
}

/** One passage praises the entity and another one blames it, each more likely than not, and at least one with certainty. */
function isMixed(occurrences: readonly ScoredPart[]): boolean {
  const likely = occurrences.filter(({ scores }) => scores.confidence > 0.5 && scores.unreadReason === null)
  return (
    ['POSITIVE', 'NEGATIVE'].every(label => likely.some(({ scores }) => scores.label === label)) &&
    likely.some(({ scores }) => (scores.label === 'POSITIVE' || scores.label === 'NEGATIVE') && !scores.isUncertain)
  )
}

/** The passage that is most certain of the label that all passages together give the highest probability. */
function decisivePart(parts: readonly ScoredPart[]): number {
  const sum = (label: Lowercase<Label>) => parts.reduce((total, { scores }) => total + scores.probabilities[label], 0)
  const labels = ['positive', 'neutral', 'negative', 'irrelevant'] as const
  const best = labels.reduce((a, b) => (sum(b) > sum(a) ? b : a))
  let decisive = 0
  for (const [index, { scores }] of parts.entries()) {
    if (scores.probabilities[best] > (parts[decisive]?.scores.probabilities[best] ?? 0)) decisive = index
  }
  return decisive
}
