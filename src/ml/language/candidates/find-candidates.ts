import { type LocatedSurface, NUMBER_SYMBOL, URL_SYMBOL } from '../tweet-words/tweet-surfaces.ts'
import { wordParts } from '../tweet-words/word-parts.ts'
import { COMMON_OR_NAMES, COMMON_WORDS } from './common-words.ts'
import { CONNECTORS, HEADS, isCry, NOT_NAMES, TITLES } from './not-names.ts'
import { type TextCase, textCase } from './text-case.ts'

/** A part of a text that is written like a name. */
export interface Candidate {
  /** Without the sign of a hashtag or user name, and without a possessive s. */
  readonly name: string
  /** [start, end) in the decoded text, in UTF-16 units, with the sign. */
  readonly start: number
  readonly end: number
}

/** In UTF-16 units; longer runs of letters are no names. */
const LONGEST_NAME = 100
const MOST_WORDS = 8

/**
 * Finds what is written like a name in a decoded text (`decodeTweet`), given its pieces: words with a capital that is not only that of a
 * sentence's first word, user names, hashtags that are not ordinary words, and addresses without a path ("Booking.com"). Consecutive
 * words form one name, and so do words joined by "of", "de", "&" or a hyphen.
 */
export function findCandidates(text: string, pieces: readonly LocatedSurface[]): readonly Candidate[] {
  const words = pieces.map((piece, index) => readWord(text, pieces, piece, index))
  const written = words.flatMap(word => (word.kind === 'word' ? [word.written] : []))
  const reader = { text, words, style: textCase(written), lower: lowerWords(written) }
  const found: Candidate[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word
    if (word.kind === 'tag' || word.kind === 'address') {
      if (word.name !== '') found.push({ name: word.name, start: word.start, end: word.end })
      at++
    } else if (reader.style !== 'shouted' && mayBegin(word)) {
      const end = endOfRun(reader, at)
      found.push(...namesOf(reader, at, end))
      at = end
    } else at++
  }
  return found.filter(({ name }) => name.length <= LONGEST_NAME && /\p{L}/u.test(name))
}

interface Word {
  readonly kind: 'word' | 'number' | 'tag' | 'address' | 'other'
  /** [start, end) without a possessive s. */
  readonly start: number
  readonly end: number
  /** The end with it. */
  readonly fullEnd: number
  readonly written: string
  /** In lower case. */
  readonly base: string
  /** What a tag or an address names; empty if nothing. */
  readonly name: string
  readonly isFirst: boolean
}

interface Reader {
  readonly text: string
  readonly words: readonly Word[]
  readonly style: TextCase
  /** Words that the text also has in lower case. */
  readonly lower: ReadonlySet<string>
}

const lowerWords = (written: readonly string[]) => new Set(written.filter(word => word === word.toLowerCase()))

const CLITIC = /'(?:s|d|ll|m|re|ve)$/i

function readWord(text: string, pieces: readonly LocatedSurface[], piece: LocatedSurface, index: number): Word {
  const { surface, start, end } = piece
  const plain = { start, end, fullEnd: end, written: surface.written, base: surface.text, name: '', isFirst: false }
  if (surface.kind === 'mention')
    return { ...plain, kind: 'tag', name: isAddressee(pieces, index) ? '' : surface.written }
  if (surface.kind === 'hashtag')
    return { ...plain, kind: 'tag', name: isNameTag(surface.written) ? surface.written : '' }
  if (surface.text === URL_SYMBOL) return { ...plain, kind: 'address', name: addressName(text.slice(start, end)) }
  if (surface.text === NUMBER_SYMBOL || /^\p{N}+$/u.test(surface.text)) return { ...plain, kind: 'number' }
  if (surface.kind === 'symbol') return { ...plain, kind: 'other' }
  const full = text.slice(start, end)
  const written = full.replace(CLITIC, '')
  const signs = /^(?:\++|#+)(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 4))?.[0] ?? ''
  const isWhole = written.length === full.length
  return {
    kind: 'word',
    start,
    end: start + written.length + (isWhole ? signs.length : 0),
    fullEnd: end,
    written,
    base: written.toLowerCase(),
    name: '',
    isFirst: isFirstOfSentence(text, pieces, index),
  }
}

/** Whose tweet is repeated, and names that stand for any user, are no subject. */
function isAddressee(pieces: readonly LocatedSurface[], index: number): boolean {
  const written = pieces[index]?.surface.text ?? ''
  return written === 'user' || pieces[index - 1]?.surface.text === 'rt'
}

/** Not "#love" or "#SoExcited", whose words are all ordinary. */
function isNameTag(written: string): boolean {
  const lower = written.toLowerCase()
  if (written.length < 2 || isOrdinary(lower) || isCry(lower)) return false
  const parts = wordParts(written)
  return parts.length < 2 || !parts.every(part => isOrdinary(part.toLowerCase()) || /^\p{N}+$/u.test(part))
}

const isOrdinary = (base: string) => isNeverName(base) || COMMON_OR_NAMES.has(base)
const isNeverName = (base: string) => base.length < 2 || COMMON_WORDS.has(base) || NOT_NAMES.has(base)

/** An address with a scheme, a path or a user is a link; one without is a name, as "Booking.com" is. */
function addressName(written: string): string {
  return /[/@:]/.test(written) || /^www\./i.test(written) ? '' : written
}

const OPENS = /[\n"([{“‘¿¡«•|]|(?:^|\s)[-–—*>](?:\s|$)/

function isFirstOfSentence(text: string, pieces: readonly LocatedSurface[], index: number): boolean {
  const piece = pieces[index] as LocatedSurface
  let before = index - 1
  // A tweet begins after the users to whom it replies.
  while (before >= 0 && pieces[before]?.surface.kind === 'mention') before--
  const last = pieces[index - 1]
  if (last === undefined || before < 0) return true
  if (OPENS.test(text.slice(last.end, piece.start))) return true
  const { surface } = last
  if (surface.text === NUMBER_SYMBOL || surface.kind === 'mention' || surface.kind === 'hashtag') return false
  if (surface.kind === 'symbol') return surface.text !== ','
  return surface.text === 'rt'
}

const hasCapital = (word: string) => /^\p{Lu}/u.test(word)
/** "iPhone" and "eBay", but not "sO". */
const isCamel = (word: string) => /^\p{Ll}{1,2}\p{Lu}\p{L}{2,}$/u.test(word) && !/\p{Lu}\p{Ll}\p{Lu}/u.test(word)
const isShouted = (word: string) => word.length > 1 && /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase()

const mayBegin = ({ kind, written }: Word) => kind === 'word' && (hasCapital(written) || isCamel(written))

/** Words of a run are beside each other: with a space, a hyphen or an ampersand, or the dot of an initial. */
function isJoined(text: string, left: Word, right: Word): boolean {
  const gap = text.slice(left.fullEnd, right.start)
  if (left.fullEnd > left.end && text.slice(left.end, left.fullEnd).startsWith("'")) return false
  return /^(?: |\u00a0| ?& ?|-)$/.test(gap)
}

const isInitial = (word: Word) => word.kind === 'word' && /^\p{Lu}$/u.test(word.written) && word.written !== 'I'

/** The end of the run of words that may form one name, exclusive. */
function endOfRun(reader: Reader, start: number): number {
  const { text, words } = reader
  let end = start + 1
  for (let at = start + 1; at < words.length && end - start < MOST_WORDS; ) {
    const left = words[at - 1] as Word
    const word = words[at] as Word
    // "J. K. Rowling", "St. Louis"
    if (word.kind === 'other' && word.written === '.' && (isInitial(left) || /^(?:St|Mt|Ft)$/.test(left.written))) {
      const next = words[at + 1]
      if (next === undefined || next.start - word.end > 1 || !mayBegin(next) || word.start !== left.end) break
      if (next.start === word.end && !isInitial(next) && !isInitial(left)) break
      at += 2
      end = at
      continue
    }
    if (!isJoined(text, left, word)) break
    if (mayBegin(word) && word.written !== 'I') {
      end = ++at
      continue
    }
    if (word.kind === 'number' && isEdition(reader, at)) {
      end = ++at
      continue
    }
    const after = afterConnectors(reader, at)
    if (after === null) break
    at = after + 1
    end = at
  }
  return end
}

/** The index of the word with a capital behind at most two connectors; null if there is none. */
function afterConnectors({ text, words }: Reader, from: number): number | null {
  for (let at = from; at < from + 3; at++) {
    const word = words[at]
    const left = words[at - 1]
    if (word === undefined || left === undefined || word.kind !== 'word' || !isJoined(text, left, word)) return null
    if (at > from && mayBegin(word)) return word.written === 'I' ? null : at
    // "and the" joins two names; "of the" is inside one.
    if (!CONNECTORS.has(word.written) || (at === from && (word.base === 'the' || word.base === 'y'))) return null
  }
  return null
}

/** "Windows 11" has an edition; "Apple 5 stars" and "Apple 2024" have a number beside the name. */
function isEdition({ text, words }: Reader, at: number): boolean {
  const { written, start } = words[at] as Word
  if (!/^\d{1,3}$/.test(written) || text[start - 1] !== ' ') return false
  const next = words[at + 1]
  if (next === undefined || next.kind !== 'word' || !/^ $/.test(text.slice(start + written.length, next.start)))
    return true
  return (
    hasCapital(next.written) ||
    !(/s$/.test(next.base) || /^(?:out|of|to|percent|per|times|x|k|year|day)$/.test(next.base)) ||
    /^(?:is|was|has)$/.test(next.base)
  )
}

/** The names in a run of words, which may begin or end with words that are none. */
function namesOf(reader: Reader, start: number, end: number): readonly Candidate[] {
  const { words, style } = reader
  const parts: [number, number][] = []
  let from = start
  const close = (to: number) => {
    if (to > from) parts.push([from, to])
  }
  for (let at = start; at < end; at++) {
    const word = words[at] as Word
    const isOut =
      !isGlued(reader, at) &&
      (isNoName(reader, at) || (style === 'titled' && isOrdinary(word.base) && !CONNECTORS.has(word.written)))
    if (!isOut) continue
    close(at)
    from = at + 1
  }
  close(end)
  return parts.flatMap(([first, last]) => nameOf(reader, first, last))
}

/** A sign joins it to its neighbour, as in AT&T, T-Mobile and U.N. */
function isGlued({ text, words }: Reader, at: number): boolean {
  const { start, end, fullEnd, kind } = words[at] as Word
  if (kind !== 'word') return true
  return (
    /[\p{L}\p{N}.][&-]$|\p{L}\.$|& $/u.test(text.slice(Math.max(0, start - 2), start)) ||
    (end === fullEnd && /^(?:[&-]\p{L}|\.\p{Lu}| &)/u.test(text.slice(end, end + 2)))
  )
}

/** Words that end a run: titles, and common words in capitals, which are only loud. */
function isNoName({ words }: Reader, at: number): boolean {
  const { kind, written, base } = words[at] as Word
  if (kind !== 'word') return false
  if (written === 'I' || isCry(base) || /n't$/i.test(written)) return true
  // "Lord of the Rings"
  if (words[at + 1]?.written === 'of') return false
  if (TITLES.has(base)) return true
  return isShouted(written) ? isOrdinary(base) && written !== 'US' : NOT_NAMES.has(base)
}

function nameOf(reader: Reader, first: number, last: number): readonly Candidate[] {
  const { text, words } = reader
  let [from, to] = [first, last]
  while (from < to && (isEnd(words[from]) || words[from]?.kind === 'number')) from++
  while (to > from && isEnd(words[to - 1])) to--
  from = afterOpening(reader, from, to)
  const [start, end] = [words[from], words[to - 1]]
  if (start === undefined || end === undefined || from >= to) return []
  if (to - from === 1 && !isNameAlone(reader, start)) return []
  return [{ name: text.slice(start.start, end.end).replace(/\s+/g, ' '), start: start.start, end: end.end }]
}

/** No name begins or ends with it. */
const isEnd = (word: Word | undefined) =>
  word?.kind === 'other' || (word?.kind === 'word' && CONNECTORS.has(word.written))

/** The capital of a sentence's first word says nothing: "Great Xbox deals". Two common words are a name all the same: "Home Depot". */
function afterOpening(reader: Reader, from: number, to: number): number {
  const { words } = reader
  const word = words[from]
  if (word === undefined || from >= to || !word.isFirst || word.kind !== 'word' || !isOrdinary(word.base)) return from
  const isHead = HEADS.has(word.base) && CONNECTORS.has(words[from + 1]?.written ?? '')
  const rest = words.slice(from + 1, to)
  const isCompound = rest.length > 0 && !rest.some(isNameWord) && !OPENERS.has(word.base)
  if (isHead || isCompound || isGlued(reader, from)) return from
  let next = from + 1
  while (next < to && isEnd(words[next])) next++
  // A single common word is left of the opening: "Very Nice".
  return to - next === 1 && words[next]?.kind === 'word' && isOrdinary(words[next]?.base ?? '') ? to : next
}

/** Whether one word may be a name. */
function isNameAlone({ text, lower }: Reader, { kind, start, end, base, written, isFirst }: Word): boolean {
  // The pronoun is in lower case.
  if (kind !== 'word' || written === 'US' || /[+#]$/.test(text.slice(start, end))) return true
  if (lower.has(base) && (isFirst || isOrdinary(base))) return false
  return !(isFirst ? isOrdinary(base) : isNeverName(base))
}

const isNameWord = (word: Word) => word.kind === 'word' && mayBegin(word) && !isOrdinary(word.base)

/** Words that open sentences and stay outside a name, also before another common word: "The Best", "Love Target". */
const OPENERS: ReadonlySet<string> = new Set(
  'a an the this that these those my your his her our their its it he she we they you who what when where why how which if and but or so as at by for from in into of on to with about after before because since than then there here is are was were be been am do does did has have had can could will would should may might must not no yes all any some every each both just only even still also too very really let lets please thanks thank hey hi hello oh well now today tonight tomorrow yesterday never always never love loved loving like hate hated hating want need got get getting go going see new great best worst'.split(
    ' ',
  ),
)
