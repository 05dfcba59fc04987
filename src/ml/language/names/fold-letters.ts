/** A run of letters and digits in the two forms in which names are compared. */
export interface FoldedLetters {
  /** Without case and accents: the key by which names are looked up. */
  readonly letters: string
  /** The same letters in lower case, each followed by its accents (NFD). */
  readonly exact: string
}

/** Letters with a stroke or of two parts have no decomposition; here they get one, with a mark for the difference. */
const STROKES: Readonly<Record<string, string>> = {
  ø: 'o\u0338',
  ł: 'l\u0335',
  đ: 'd\u0335',
  ħ: 'h\u0335',
  ŧ: 't\u0335',
  æ: 'a\u0361e',
  œ: 'o\u0361e',
}
const STROKE = /[øłđħŧæœ]/g

/** The accents of alphabets. Vowel signs of Indian scripts and the Japanese voicing marks are letters of their own here. */
const ACCENTS = /[\u0300-\u036f]+/g

/** Folds letters and digits; other characters must have been removed. */
export function foldLetters(text: string): FoldedLetters {
  const lower = text.toLowerCase()
  if (/^[a-z\d]*$/.test(lower)) return { letters: lower, exact: lower }
  // Both steps are needed: only then do ß and ẞ, ς and σ coincide. The dot of a Turkish İ is dropped.
  const exact = lower
    .toUpperCase()
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('i\u0307', 'i')
    .replace(STROKE, letter => STROKES[letter] as string)
    .replaceAll('ς', 'σ')
  return { letters: exact.replace(ACCENTS, '').normalize('NFC'), exact }
}

const isAccent = (code: number) => code >= 0x300 && code <= 0x36f

/**
 * Whether a written word may be a spelling of the name: each letter has the accents of the name, or none. "Nestle" may
 * be Nestlé, but "über" is not Uber. Both are `exact`, with equal `letters`.
 */
export function hasAccentsOf(written: string, name: string): boolean {
  if (written === name) return true
  let at = 0
  for (let index = 0; index < name.length; ) {
    if (written.charCodeAt(at) !== name.charCodeAt(index)) return false
    const end = skipAccents(name, index + 1)
    const writtenEnd = skipAccents(written, at + 1)
    const marks = written.slice(at + 1, writtenEnd)
    if (marks !== '' && marks !== name.slice(index + 1, end)) return false
    index = end
    at = writtenEnd
  }
  return at === written.length
}

function skipAccents(text: string, from: number): number {
  let at = from
  while (isAccent(text.charCodeAt(at))) at++
  return at
}
