import { repairMisread } from './repair-misread.ts'

/** The named HTML entities that occur in tweets; numeric ones are decoded by number. */
const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '...',
  mdash: '-',
  ndash: '-',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  laquo: '"',
  raquo: '"',
  hearts: '❤',
}

/** Windows-1252 punctuation, for the control characters that it was misread as. */
const CONTROL_PUNCTUATION: Readonly<Record<string, string>> = {
  '\u0085': '...',
  '\u0091': "'",
  '\u0092': "'",
  '\u0093': '"',
  '\u0094': '"',
  '\u0096': '-',
  '\u0097': '-',
}

/** Marks piled on one letter. No script needs this many, and normalising takes time quadratic in their number. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu

/**
 * Variation selectors, skin tones, tag letters, the gender at the end of a joined emoji, and zero-width characters.
 */
const INVISIBLE =
  /\u200d[♂♀]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]/gu

const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u0060\u00b4\u02b9\u02bb\u02bc\u2032\uff07]/g
const QUOTES = /[\u201c-\u201f\u00ab\u00bb\u2033\u301d\u301e]|''/g
/** Signs that NFKC would turn into letters of the preceding name. */
const TRADEMARKS = /[\u2120\u2122]/g
const LOST_APOSTROPHE = /(?<=\p{L})\ufffd(?=(?:s|t|d|m|re|ve|ll)\b)/giu
const TORN_NEGATION = /(?<=\p{L}) ?(n) ?' ?(t)\b/giu
const TORN_CLITIC = /(?<=\p{L}) ?' ?(s|d|m|re|ve|ll)\b/giu

/**
 * Undoes the damage that files and feeds do to a tweet: JSON escapes, HTML entities (twice, as they often occur),
 * misread encodings, curly quotes and invisible characters. Also normalises compatibility letters (NFKC) and rejoins
 * clitics that a tokeniser split off. Letters keep their case.
 */
export function decodeTweet(text: string): string {
  if (isDecoded(text)) return rejoin(text)
  let decoded = withoutLoneSurrogates(text)
  if (decoded.includes('\\')) decoded = unescapeJson(decoded)
  if (decoded.includes('&')) decoded = decodeEntities(decodeEntities(decoded))
  if (isPlain(decoded)) return rejoin(decoded)
  decoded = repairMisread(decoded)
    .replace(/[\u0085\u0091-\u0097]/g, (control: string) => CONTROL_PUNCTUATION[control] ?? ' ')
    .replace(PILED_MARKS, '$1')
    .replace(APOSTROPHES, "'")
    .replace(TRADEMARKS, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(QUOTES, '"')
    .replace(LOST_APOSTROPHE, "'")
  return rejoin(decoded)
}

/** Printable ASCII needs none of the steps for other scripts. */
const isPlain = (text: string) => /^[\t\n\r -~]*$/.test(text) && !/`|''/.test(text)

/**
 * Plain text without characters that begin an escape or an HTML entity. Most tweets are of this kind and skip all
 * steps.
 */
const isDecoded = (text: string) => /^[\t\n\r -%'-[\]-_a-~]*$/.test(text) && !text.includes("''")

function unescapeJson(text: string): string {
  const unescaped = text
    .replace(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(["'/])/g, '$1')
  return withoutLoneSurrogates(unescaped)
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED_ENTITIES[(name as string).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : ' '
  })
}

const withoutLoneSurrogates = (text: string) => text.replace(/\p{Cs}/gu, ' ')

function rejoin(text: string): string {
  if (!text.includes("'")) return text
  return text.replace(TORN_NEGATION, "$1'$2").replace(TORN_CLITIC, "'$1")
}
