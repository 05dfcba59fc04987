import type { TrackedEntity } from '../entities/read-tracked.ts'
import { type Candidate, findCandidates } from '../ml/language/candidates/find-candidates.ts'
import { entityKey } from '../ml/language/entity-key.ts'
import { createNameFinder, type FoundName } from '../ml/language/names/find-names.ts'
import { createNameMarker } from '../ml/language/names/mark-names.ts'
import { isLong, type ReadText, type Span } from './read-text.ts'

/** What a text is about: an entity with the places of its names. */
export interface Subject {
  /** The name of the stored entity, or else as the text or the client writes it first. */
  readonly name: string
  /** Null if no stored entity has the name. */
  readonly entityId: string | null
  /** In the order of the text; empty for a name of the client that the text does not have. */
  readonly spans: readonly Span[]
}

/** A text with more names is a list. */
export const MAX_SUBJECTS = 32
/** Of one entity in one text. */
export const MAX_SPANS = 20

/** A stored entity with the keys of its names. They are computed once, not for each text. */
export interface KeyedEntity extends TrackedEntity {
  readonly keys: readonly string[]
}

export const withKeys = (entity: TrackedEntity): KeyedEntity => ({
  ...entity,
  keys: entity.names.flatMap(name => entityKey(name) ?? []),
})

/** A name that the client asks about, with its key. */
export interface WantedName {
  readonly name: string
  readonly key: string
}

/**
 * The subjects of a text: those that the client wants, stored entities, and what is written like a name. They are in this order, and
 * otherwise in the order of the text.
 */
export function findSubjects(
  text: ReadText,
  wanted: readonly WantedName[],
  tracked: readonly KeyedEntity[],
): readonly Subject[] {
  const taken: Span[] = []
  const subjects = new Map<string, { name: string; entityId: string | null; spans: Span[] }>()
  const subjectOf = (key: string, name: string, entityId: string | null) => {
    const subject = subjects.get(key) ?? { name, entityId, spans: [] }
    subjects.set(key, subject)
    return subject
  }
  const byKey = new Map(tracked.flatMap(entity => entity.keys.map(key => [key, entity] as const)))
  const asked = wanted.map(({ name, key }) => {
    const entity = byKey.get(key)
    const subject = subjectOf(entity?.id ?? key, entity?.name ?? name, entity?.id ?? null)
    return { subject, names: entity?.names ?? [name] }
  })
  const byName = new Map(asked.map(({ subject }) => [subject.name, subject]))
  const entities = asked.map(({ subject, names }) => ({ name: subject.name, names }))
  for (const found of createNameFinder(entities, { isLoose: true })(text.decoded, text.units)) {
    byName.get(found.name)?.spans.push(withSign(text, found))
  }
  for (const { subject, names } of asked) {
    if (subject.spans.length === 0 && !isLong(text)) subject.spans.push(...markedSpans(text, names))
    taken.push(...subject.spans)
  }
  const idOf = new Map(tracked.map(({ name, id }) => [name, id]))
  for (const found of createNameFinder(tracked)(text.decoded, text.units)) {
    const id = idOf.get(found.name) ?? ''
    const span = withSign(text, found)
    // The client may have asked about it.
    if (
      subjects
        .get(id)
        ?.spans.slice(0, MAX_SPANS)
        .some(known => overlap(known, span))
    )
      continue
    subjectOf(id, found.name, id).spans.push(span)
    taken.push(span)
  }
  const candidates = findCandidates(text.decoded, text.pieces)
  const fullNameOf = fullNames(candidates)
  const occupied = new SpanSet(taken)
  for (const candidate of candidates) {
    if (occupied.touches(candidate)) continue
    const name = fullNameOf(candidate) ?? candidate.name
    const key = entityKey(name)
    if (key === null) continue
    // A part of a tracked name that was written before.
    const entity = byKey.get(key)
    const subject = subjectOf(entity?.id ?? key, entity?.name ?? name, entity?.id ?? null)
    subject.spans.push({ start: candidate.start, end: candidate.end })
  }
  return [...subjects.values()].slice(0, MAX_SUBJECTS).map(({ name, entityId, spans }) => ({
    name,
    entityId,
    spans: spans.sort((a, b) => a.start - b.start).slice(0, MAX_SPANS),
  }))
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** The text may have a part of the name, or the name inside a hashtag. */
function markedSpans(text: ReadText, names: readonly string[]): readonly Span[] {
  const marked = [...createNameMarker(names)(text.decoded, text.pieces)].sort((a, b) => a - b)
  const spans: Span[] = []
  let before = -1
  for (const index of marked) {
    const piece = text.pieces[index]
    if (piece === undefined) continue
    const last = spans.at(-1)
    const isBeside =
      last !== undefined && before === index - 1 && text.decoded.slice(last.end, piece.start).trim() === ''
    before = index
    if (isBeside) spans[spans.length - 1] = { start: last.start, end: piece.end }
    else spans.push({ start: piece.start, end: piece.end })
  }
  return spans
}

/** With the sign of its hashtag or user name. */
function withSign({ decoded }: ReadText, { start, end }: FoundName): Span {
  return { start: /[@#＃]/.test(decoded[start - 1] ?? '') ? start - 1 : start, end }
}

/** By a name of one word, the longer name before it of which it is the first or last word: "Musk" after "Elon Musk". */
function fullNames(candidates: readonly Candidate[]): (candidate: Candidate) => string | null {
  const longer = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const words = candidate.name.split(' ')
    if (words.length < 2 || words.length > MOST_WORDS) continue
    for (const word of [words[0], words.at(-1)]) {
      if (word !== undefined && word.length >= SHORTEST_PART && !longer.has(word)) longer.set(word, candidate)
    }
  }
  return ({ name, start }) => {
    const full = longer.get(name)
    return full !== undefined && full.start < start ? full.name : null
  }
}

const SHORTEST_PART = 3
const MOST_WORDS = 4

/** Spans in the order of the text, searched in a time that does not depend on their number. */
class SpanSet {
  readonly #taken = new Set<number>()

  constructor(spans: readonly Span[]) {
    for (const { start, end } of spans) for (let at = start; at < end; at++) this.#taken.add(at)
  }

  touches({ start, end }: Span): boolean {
    for (let at = start; at < end; at++) if (this.#taken.has(at)) return true
    return false
  }
}
