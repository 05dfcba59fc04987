/** What separates two units of a text that may belong to one name. */
export interface WrittenGap {
  /** The text between the units. */
  readonly gap: string
  /** Lengths of the units before and after it. */
  readonly leftLength: number
  readonly rightLength: number
  /** Both units begin with a capital. */
  readonly isCapitalised: boolean
  /** The units before it are in capitals. */
  readonly isLeftShouted: boolean
  /** The unit after it begins with a digit. */
  readonly isRightDigit: boolean
  readonly isTag: boolean
  /** The name takes up the whole tag or address. */
  readonly isWholeGroup: boolean
}

/** The name that the units may spell. */
export interface SpeltName {
  /** Length in letters and digits. */
  readonly length: number
  readonly unitCount: number
  /** What the name has at this place; undefined in the middle of a part. */
  readonly gap: string | undefined
  readonly isLoose: boolean
}

/** Names shorter than this are not put together from separate words, unless they are written so. */
const SHORTEST_JOINED = 5
/** Two lower-case words ("go pro", "linked in") are the name of fewer letters only if the text is known to be about it. */
const SHORTEST_IN_LOWER_CASE = 9
const SHORTEST_KNOWN_IN_LOWER_CASE = 6

/** Signs between units that a name can cross; everything else ends it, unless the name itself has it there. */
const CROSSABLE = /^(?: +|[-_'/:·・]|: +| ?& ?)$/

export const isCrossable = (gap: string): boolean => gap === '' || gap === ' ' || CROSSABLE.test(gap)

/**
 * Whether the units before and after a gap may be parts of the name. The name's own signs always fit. A comma, the end
 * of a sentence or a line, a dash and a bracket separate; so do spaces within a part of a name, as in "3 m" for 3M.
 */
export function fitsGap(written: WrittenGap, name: SpeltName): boolean {
  const { gap, isTag, leftLength, rightLength } = written
  const { length } = name
  if (gap.includes('\n')) return false
  if (name.gap !== undefined && name.gap !== '' && isSameGap(gap, name.gap)) return true
  if (gap === '') return isTag ? fitsTag(written, name) : true
  if (/^ +$/.test(gap)) return fitsSpace(written, name)
  if (/^[-_'/·・]$/.test(gap)) {
    if (name.gap === undefined) return gap === '-' && length > 3
    if (isTag) return true
    return length > 3 && (length > 4 || Math.min(leftLength, rightLength) > 1)
  }
  if (gap === ':') return name.gap !== undefined && length > 3
  // "Call of Duty: Warzone", but not "my Xbox: one of the best".
  if (/^: +$/.test(gap)) return name.gap !== undefined && name.unitCount > 2
  // "AT&T" for a name that was stored as ATT.
  return /^ ?& ?$/.test(gap) && name.gap === undefined && length < SHORTEST_JOINED && written.isLeftShouted
}

/** Spaces around a sign do not matter, except that a dot or a comma with a space behind it separates more than one without. */
function isSameGap(written: string, own: string): boolean {
  if (written === own) return true
  const sign = own.replace(/\s+/g, '')
  if (written.replace(/\s+/g, '') !== sign) return false
  return !/[.,!?;]$/.test(sign) || !/\s$/.test(written) || /\s$/.test(own)
}

function fitsTag({ isWholeGroup, isLeftShouted }: WrittenGap, { gap }: SpeltName): boolean {
  // "#XBox" and "#XboxOne", but not the "InTel" of "#PlayInTelAviv".
  return gap !== undefined || isWholeGroup || isLeftShouted
}

function fitsSpace(written: WrittenGap, { gap, length, isLoose }: SpeltName): boolean {
  const { leftLength, rightLength, isCapitalised, isRightDigit } = written
  const shortest = Math.min(leftLength, rightLength)
  // "node js", but not "will I am" for will.i.am.
  if (gap === '.' && shortest < 2) return false
  // "face book", if the text is known to be about Facebook.
  if (gap === undefined) return isLoose && length >= SHORTEST_KNOWN_IN_LOWER_CASE && shortest > 2
  // "jay z" for Jay-Z, but neither "x men" for X-Men nor "go on" for Go-On.
  if (gap !== '')
    return length >= SHORTEST_JOINED || (length > 3 && (leftLength > 2 || (isCapitalised && shortest > 1)))
  if (isRightDigit) return length > 3 && leftLength > 1
  if (shortest < 2) return isLoose && length >= SHORTEST_KNOWN_IN_LOWER_CASE
  if (isCapitalised) return length >= SHORTEST_JOINED
  return length >= (isLoose ? SHORTEST_KNOWN_IN_LOWER_CASE : SHORTEST_IN_LOWER_CASE)
}
