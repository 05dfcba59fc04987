import type { LocatedSurface } from '../tweet-words/tweet-surfaces.ts'

/** A part of a text: [start, end) are indices of its pieces. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** A sentence with its clauses, which cover it. */
export interface Sentence extends Passage {
  readonly clauses: readonly Passage[]
}

const ENDS = new Set(['.', '!', '!!', '?', '??', '...'])
/** Words with which another opinion may begin, in English and Spanish. */
const TURNS = new Set(
  'but however although though while whereas yet except unlike instead pero aunque mientras sino excepto'.split(' '),
)
/** Further sentences are part of the last one. */
const MOST_SENTENCES = 200

/** The sentences of a decoded text, given its pieces. A line break ends one, and so does an emoji or emoticon before a capital. */
export function findSentences(text: string, pieces: readonly LocatedSurface[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  // A tweet that begins with an emoji goes on.
  let isMarkOnly = true
  for (let at = 1; at <= pieces.length; at++) {
    isMarkOnly &&= isMark(pieces[at - 1] as LocatedSurface)
    const isOver = isBoundary(text, pieces, at) && !isMarkOnly && sentences.length < MOST_SENTENCES - 1
    if (at < pieces.length && !isOver) continue
    sentences.push({ start, end: at, clauses: clausesOf(text, pieces, { start, end: at }) })
    start = at
    isMarkOnly = true
  }
  return pieces.length === 0 ? [] : sentences
}

function isBoundary(text: string, pieces: readonly LocatedSurface[], at: number): boolean {
  if (at === pieces.length) return true
  const before = pieces[at - 1] as LocatedSurface
  const next = pieces[at] as LocatedSurface
  const gap = text.slice(before.end, next.start)
  if (gap.includes('\n')) return true
  if (before.surface.kind !== 'symbol' || (next.surface.kind === 'symbol' && ENDS.has(next.surface.text))) return false
  // "U.S." and "v1.2" have no space behind the dot.
  if (ENDS.has(before.surface.text)) return /[\s"')\]]/.test(gap) && !isAbbreviation(pieces, at - 1, before)
  return isMark(before) && /^\p{Lu}/u.test(next.surface.written)
}

/** "Mr." and the initials of a name end no sentence. */
function isAbbreviation(pieces: readonly LocatedSurface[], dot: number, { surface, start }: LocatedSurface): boolean {
  const word = pieces[dot - 1]
  if (surface.text !== '.' || word === undefined || word.end !== start) return false
  return /^(?:mr|mrs|ms|dr|prof|st|vs|jr|sr|no|inc|ltd|co|\p{L})$/u.test(word.surface.text) && word.surface.text !== 'i'
}

/** An emoji or emoticon: a symbol that is neither punctuation nor a number or link. */
const isMark = ({ surface }: LocatedSurface) =>
  surface.kind === 'symbol' && !/^(?:<\p{L}+>|[,:;".]|\?+|!+|\.+)$/u.test(surface.text)

function clausesOf(text: string, pieces: readonly LocatedSurface[], { start, end }: Passage): readonly Passage[] {
  const clauses: Passage[] = []
  let from = start
  for (let at = start + 1; at < end; at++) {
    const { surface } = pieces[at] as LocatedSurface
    const before = pieces[at - 1] as LocatedSurface
    const isTurn =
      (surface.kind === 'word' && TURNS.has(surface.text)) ||
      before.surface.text === ';' ||
      /^ [-–—]+ $/.test(text.slice(before.end, (pieces[at] as LocatedSurface).start))
    if (!isTurn) continue
    clauses.push({ start: from, end: at })
    from = at
  }
  clauses.push({ start: from, end })
  return clauses
}
