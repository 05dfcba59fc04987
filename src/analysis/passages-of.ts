import type { Passage, Sentence } from '../ml/language/clauses/find-clauses.ts'
import type { ReadText, Span } from './read-text.ts'

/** Pieces on each side of a name that are read with it, in a longer sentence. */
const SURROUNDINGS = 28

/**
 * For each place of an entity's names, the passage that is read for it: its sentence, or its clause if the sentence has several of the
 * places. The places of an entity often share a passage.
 */
export function passagesOf(text: ReadText, spans: readonly Span[]): readonly Passage[] {
  const places = spans.map(span => pieceAt(text, span.start))
  const sentences = places.map(place => text.sentences.find(({ end }) => place < end))
  return places.map((place, index) => {
    const sentence = sentences[index]
    if (sentence === undefined) return { start: 0, end: text.pieces.length }
    const isAlone = sentences.every((other, at) => other !== sentence || at === index)
    return clipped(isAlone ? sentence : clauseAt(sentence, place), place)
  })
}

const clauseAt = (sentence: Sentence, place: number): Passage =>
  sentence.clauses.find(({ end }) => place < end) ?? sentence

function clipped({ start, end }: Passage, place: number): Passage {
  if (end - start <= 2 * SURROUNDINGS) return { start, end }
  return { start: Math.max(start, place - SURROUNDINGS), end: Math.min(end, place + SURROUNDINGS) }
}

/** The index of the piece at an offset of the decoded text. */
function pieceAt({ pieces }: ReadText, offset: number): number {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
