import { EVERYDAY_INITIALS } from '../tweet-words/everyday-words.ts'
import { hasAccentsOf } from './fold-letters.ts'
import { fitsGap, isCrossable } from './name-gap.ts'
import { type IndexedSpelling, indexNames, type NamedEntity, type NameIndex } from './name-index.ts'
import { SHORT_NAME } from './name-spelling.ts'
import { isUnspaced, type NameUnit } from './name-units.ts'

/** Where a text has the name of an entity. */
export interface FoundName {
  /** The entity's `name`. */
  readonly name: string
  /** [start, end) in the decoded text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/**
 * Finds names in a decoded text (`decodeTweet`), given its units (`textUnits`). The names are in the order of the text
 * and do not overlap.
 */
export type FindNames = (text: string, units: readonly NameUnit[]) => readonly FoundName[]

export interface FindNamesOptions {
  /** The text is known to be about the entity, so spellings count that are other words in most texts. */
  readonly isLoose?: boolean
}

/** Number of units of a text that may form one name together. */
export const MAX_UNITS = 9
/** In characters: how far into an unspaced clause a name may begin. */
const LONGEST_CLAUSE = 200
/** A plural s or an edition number after the longest name. */
export const LONGEST_ENDING = 4

/**
 * Creates a finder of all names of the entities. A name is found as it is written ("Booking.com", "H&M", "Disney+"),
 * without regard to case, and in the usual variants: "#CallOfDuty", "Call of Duty's", "RDR2" for RDR, plurals, and
 * "Nestle" for Nestlé. It is also found at the boundaries of capitals and digits inside a hashtag or user name. Of
 * overlapping names the longest wins: "Call of Duty: Warzone" does not also mention Warzone.
 *
 * A name is not found if signs or accents make another name of it ("Disney+", "über"), across a comma or the end of a
 * sentence, inside an address, or if a short one would be put together from separate words ("3 m").
 */
export const createNameFinder = (
  entities: readonly NamedEntity[],
  { isLoose = false }: FindNamesOptions = {},
): FindNames => createSpellingFinder(indexNames(entities, isLoose), isLoose)

/** The same for an index of other spellings, such as parts of names. */
export const createSpellingFinder =
  (index: NameIndex, isLoose: boolean): FindNames =>
  (text, units) => {
    const found: FoundName[] = []
    const reader: Reader = { text, units, index, isLoose }
    for (let start = 0; start < units.length; start++) {
      const unit = units[start] as NameUnit
      const last = isUnspaced(unit) ? findInClause(reader, start, found) : findFrom(reader, start, unit, found)
      start = last ?? start
    }
    return found
  }

interface Reader {
  readonly text: string
  readonly units: readonly NameUnit[]
  readonly index: NameIndex
  readonly isLoose: boolean
}

/** Consecutive units as the letters of one word. A unit with a clitic is read in two ways: "Xbox's" and "McDonald's". */
interface Reading {
  readonly letters: string
  readonly exact: string
  /** Offsets in `letters` at which the second and later units begin. */
  readonly bounds: readonly number[]
  /** The last clitic is part of the letters. */
  readonly hasClitic: boolean
}

const NOTHING_READ: Reading = { letters: '', exact: '', bounds: [], hasClitic: false }

/** Adds the longest name that begins with the unit. Returns the index of its last unit, or null. */
function findFrom(reader: Reader, start: number, first: NameUnit, found: FoundName[]): number | null {
  const { text, units, index, isLoose } = reader
  if (!index.firsts.has(first.letters.charCodeAt(0))) return null
  let readings: readonly Reading[] = [NOTHING_READ]
  let match: { readonly name: FoundName; readonly last: number } | null = null
  for (let end = start; end < Math.min(units.length, start + MAX_UNITS); end++) {
    const unit = end === start ? first : (units[end] as NameUnit)
    if (end > start) {
      const before = units[end - 1] as NameUnit
      const gap = text.slice(before.cliticEnd, unit.start)
      if (unit.group !== first.group || !mayCross(gap, index)) break
      // Only a name that goes on here is worth reading on. A hyphen or a tag may also divide a part of a name.
      const mayDivide = !isLoose && (gap === '-' || gap.includes('&') || first.group !== null)
      if (!mayDivide) readings = readings.filter(({ letters }) => index.beginnings.has(letters))
    }
    readings = readings
      .flatMap(reading => readOn(reading, unit))
      .filter(({ letters }) => letters.length <= index.longest + LONGEST_ENDING)
    if (readings.length === 0) break
    const span: Span = { reader, first, start, end, last: unit }
    const entity = bestOf(span, readings)
    if (entity !== null) match = { name: { name: entity.entity, ...placeOf(span, entity) }, last: end }
  }
  if (match === null) return null
  found.push(match.name)
  return match.last
}

const mayCross = (gap: string, { gaps }: NameIndex) => isCrossable(gap) || gaps.has(gap.replace(/\s+/g, ''))

function readOn({ letters, exact, bounds }: Reading, unit: NameUnit): Reading[] {
  const reading = {
    letters: letters + unit.letters,
    exact: exact + unit.exact,
    bounds: letters === '' ? bounds : [...bounds, letters.length],
    hasClitic: false,
  }
  if (unit.clitic === '') return [reading]
  const { clitic } = unit
  return [reading, { ...reading, letters: reading.letters + clitic, exact: reading.exact + clitic, hasClitic: true }]
}

interface Span {
  readonly reader: Reader
  readonly first: NameUnit
  readonly last: NameUnit
  /** Indices of the first and last unit. */
  readonly start: number
  readonly end: number
}

function placeOf(
  { reader, first, last }: Span,
  { after }: IndexedSpelling,
): { readonly start: number; readonly end: number } {
  const end = last.end + (after !== '' && reader.text.startsWith(after, last.end) ? after.length : 0)
  return { start: first.start, end }
}

/** The name that the units spell; of several, the one with the same accents and the one that is stored so. */
function bestOf(span: Span, readings: readonly Reading[]): IndexedSpelling | null {
  let best: IndexedSpelling | null = null
  let bestRank = -1
  for (const reading of readings) {
    for (const { letters, exact } of endings(reading)) {
      for (const spelling of span.reader.index.byLetters.get(letters) ?? []) {
        const rank = (exact === spelling.exact ? 2 : 0) + (spelling.isWritten ? 1 : 0)
        if (rank > bestRank && isSpelling(span, { ...reading, letters, exact }, spelling)) {
          best = spelling
          bestRank = rank
        }
      }
    }
  }
  return best
}

const PARTICLE =
  /(?<=\p{Script=Hangul}{2})(?:에서|한테|까지|부터|보다|처럼|이랑|으로|은|는|이|가|을|를|의|에|도|로|와|과|만|랑)$/u

/** The letters, and the letters without a plural s, an edition number or a Korean particle. */
function endings(reading: Reading): readonly Pick<Reading, 'letters' | 'exact'>[] {
  const { letters, exact, hasClitic } = reading
  const found: Pick<Reading, 'letters' | 'exact'>[] = [reading]
  const without = (length: number) =>
    found.push({ letters: letters.slice(0, -length), exact: exact.slice(0, exact.length - length) })
  const lastCode = letters.charCodeAt(letters.length - 1)
  if (lastCode === LETTER_S && letters.length > SHORT_NAME + 1 && !hasClitic) without(1)
  else if (lastCode >= DIGIT_0 && lastCode <= DIGIT_9) {
    const digits = /\d{1,4}$/.exec(letters)?.[0].length ?? 0
    if (letters.length - digits > 2) without(digits)
  } else if (lastCode > HANGUL_FROM) {
    const particle = PARTICLE.exec(letters)?.[0]
    if (particle !== undefined)
      found.push({
        letters: letters.slice(0, -particle.length),
        exact: letters.slice(0, -particle.length).normalize('NFD'),
      })
  }
  return found
}

const LETTER_S = 115
const DIGIT_0 = 48
const DIGIT_9 = 57
const HANGUL_FROM = 0xac00

function isSpelling(span: Span, reading: Reading, name: IndexedSpelling): boolean {
  return (
    hasAccentsOf(reading.exact, name.exact) &&
    hasSigns(span, name) &&
    isApart(span, name) &&
    fitsGaps(span, reading, name) &&
    isCertain(span, reading, name)
  )
}

/** "Disney+" is not Disney, and "net" is not .NET. A plus between two words adds them: "Disney+Pixar". */
function hasSigns({ reader: { text }, first, last }: Span, { before, after }: IndexedSpelling): boolean {
  if (
    before !== '' &&
    !(text.startsWith(before, first.start - before.length) && !isLetterOrDigit(text[first.start - 2]))
  ) {
    return false
  }
  const next = text[last.end]
  const signs = next === '+' || next === '#' ? tellingSigns(text, last.end) : ''
  if (after === '' || after[0] === '+' || after[0] === '#') return signs === after
  return text.startsWith(after, last.end)
}

function tellingSigns(text: string, from: number): string {
  let end = from + 1
  while (text[end] === text[from]) end++
  const isAddition = end === from + 1 && isLetterOrDigit(text[end])
  return isAddition ? '' : text.slice(from, end)
}

const isLetterOrDigit = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** Not a part of a larger number, address or name: "1.3M" is not 3M, and the T of AT&T is no name. */
function isApart({ reader: { text }, first, last }: Span, { letters }: IndexedSpelling): boolean {
  const { group } = first
  if (group?.kind === 'address') return first.start === group.start && last.cliticEnd === group.end
  const before = text.slice(Math.max(0, first.start - 2), first.start)
  const after = text.slice(last.end, last.end + 2)
  if (/^\d/.test(first.letters) && /[\d][.,]$|\p{Sc}$/u.test(before)) return false
  if (/\d$/.test(last.letters) && /^[.,]\d/.test(after)) return false
  if (letters.length > SHORT_NAME || group !== null) return true
  return (
    !/[\p{L}\p{N}]&$/u.test(before) &&
    !/^&[\p{L}\p{N}]/u.test(after) &&
    !(first.letters.length === 1 && /[\p{L}\p{N}]['.-]$/u.test(before))
  )
}

function fitsGaps({ reader, first, start, end }: Span, { bounds, letters }: Reading, name: IndexedSpelling): boolean {
  const { text, units, isLoose } = reader
  const isTag = first.group !== null
  const isWholeGroup =
    first.group !== null && first.start === first.group.start && (units[end] as NameUnit).cliticEnd === first.group.end
  for (const [index, at] of bounds.entries()) {
    const left = units[start + index] as NameUnit
    const right = units[start + index + 1] as NameUnit
    // The ending that was taken off: an edition number after a space is a number.
    if (at >= letters.length) return false
    const written = {
      gap: text.slice(left.cliticEnd, right.start),
      leftLength: left.letters.length,
      rightLength: right.letters.length,
      isCapitalised: isCapital(text, left) && isCapital(text, right),
      isLeftShouted: isShouted(text, left),
      isRightDigit: /^\d/.test(right.letters),
      isTag,
      isWholeGroup,
    }
    const spelt = { length: name.letters.length, unitCount: name.unitCount, gap: name.gaps.get(at), isLoose }
    if (!fitsGap(written, spelt)) return false
  }
  return true
}

const isCapital = (text: string, { start }: NameUnit) => /\p{Lu}/u.test(text[start] as string)
const isShouted = (text: string, { start, end }: NameUnit) => /^[\p{Lu}\p{N}]+$/u.test(text.slice(start, end))

/** Whether a short name is meant, and not another word of the same letters. */
function isCertain(
  { reader, first, last }: Span,
  { bounds }: Reading,
  { letters, cased, after, gaps, unitCount }: IndexedSpelling,
): boolean {
  if (letters.length > SHORT_NAME || first.group?.kind === 'tag') return true
  const { text, isLoose } = reader
  const isWrittenSo = () =>
    text
      .slice(first.start, last.end)
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .startsWith(cased)
  if (letters.length === 1 && after === '') return isLoose && isWrittenSo()
  // "hm" is not H&M, but "ATT" is AT&T.
  const isGlued = [...gaps].some(([at, gap]) => gap !== '' && !bounds.includes(at))
  if (isGlued && unitCount > 1) return letters.length === SHORT_NAME && isWrittenSo()
  if (isLoose) return true
  // "3m" is a length, and "it" is not a company.
  if (EVERYDAY_INITIALS.has(letters) || EVERYDAY_SHORT.has(letters) || /^\d+\p{L}$/u.test(letters)) return isWrittenSo()
  return true
}

/** Everyday words of two letters. */
const EVERYDAY_SHORT: ReadonlySet<string> = new Set(
  'ad am an as at be by do ex go ha he hi if in is it la ma me my no of oh ok on or pa so to up us we ya ye yo'.split(
    ' ',
  ),
)

/** No spaces separate words here, so a name may begin at any character; the longest name wins. */
function findInClause(reader: Reader, start: number, found: FoundName[]): number | null {
  const { index, units, text } = reader
  const unit = units[start] as NameUnit
  // Offsets of the letters are those of the text, unless the text has composed them otherwise.
  const isAligned = unit.letters === text.slice(unit.start, unit.end)
  const { letters } = unit
  for (let from = 0; from < Math.min(letters.length, LONGEST_CLAUSE); from++) {
    if (!index.firsts.has(letters.charCodeAt(from))) continue
    const rest = letters.slice(from)
    const tail: NameUnit = {
      ...unit,
      letters: rest,
      exact: rest.normalize('NFD'),
      start: isAligned ? unit.start + from : unit.start,
    }
    const last = rest.length > 1 || from > 0 ? findFrom(reader, start, tail, found) : null
    if (last !== null) return last
    for (let length = Math.min(rest.length - 1, index.longest); length > 1; length--) {
      const name = index.byLetters.get(rest.slice(0, length))?.[0]
      if (name === undefined || name.after !== '') continue
      const at = isAligned ? { start: tail.start, end: tail.start + length } : { start: unit.start, end: unit.end }
      found.push({ name: name.entity, ...at })
      from += length - 1
      break
    }
  }
  return null
}
