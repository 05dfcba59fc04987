import { decodeTweet } from './decode-tweet.ts'
import { MISREAD_CHARACTER } from './repair-misread.ts'

/** A tweet as `decodeTweet` reads it, with the original position of each piece. Offsets are in UTF-16 units. */
export interface AlignedTweet {
  readonly text: string
  /** Start of the unit at `index` of `text` in the original tweet. */
  startOf(index: number): number
  /** End of that unit in the original tweet: after a complete HTML entity, escape, or letter with its marks. */
  endOf(index: number): number
}

/** Printable ASCII without the characters that begin an escape. It needs no decoding. */
const PLAIN = "[\\t\\n\\r -%'-\\[\\]-_a-~]+"
/** Escaped as many times as `decodeTweet` undoes. */
const HTML_ENTITY = '&(?:[aA][mM][pP];)?(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[a-zA-Z]{2,6});?'
const JSON_ESCAPE = '\\\\u[dD][89abAB][\\da-fA-F]{2}\\\\u[dD][c-fC-F][\\da-fA-F]{2}|\\\\u[\\da-fA-F]{4}|\\\\[nrt"\'/]'
const OTHERS = '[^\\t\\n\\r -~]+|[&\\\\`]'
const PIECE = new RegExp([PLAIN, HTML_ENTITY, JSON_ESCAPE, MISREAD_CHARACTER, OTHERS].join('|'), 'gu')
/** A digit is plain; the marks that make it a keycap follow. */
const MARKS = /[\p{M}\u200d]*/uy
const ASCII = /^[\t\n\r -~]/

/** A character as a reader sees it is decoded as a whole: a letter with its accents, an emoji with its skin tone. */
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Decodes a tweet and keeps positions, so that matches can be highlighted in the original text. Unlike `decodeTweet`,
 * which prepares text for networks, it does not rejoin words that a tokeniser split ("do n't").
 */
export function alignTweet(tweet: string): AlignedTweet {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const add = (piece: string, at: number) => {
    const decoded = ASCII.test(piece) && !/[&\\`]/.test(piece) ? piece : decodeTweet(piece)
    pieces.push(decoded)
    const isSame = decoded === piece
    for (let unit = 0; unit < decoded.length; unit++) {
      starts.push(isSame ? at + unit : at)
      ends.push(isSame ? at + unit + 1 : at + piece.length)
    }
  }
  for (const { 0: piece, index } of tweet.matchAll(PIECE)) {
    if (ASCII.test(piece) || MISREAD_ALONE.test(piece)) add(piece, index)
    else for (const grapheme of GRAPHEMES.segment(piece)) add(grapheme.segment, index + grapheme.index)
  }
  return {
    text: pieces.join(''),
    startOf: index => starts[index] ?? tweet.length,
    endOf: index => {
      MARKS.lastIndex = ends[index] ?? tweet.length
      MARKS.test(tweet)
      return MARKS.lastIndex
    },
  }
}

const MISREAD_ALONE = new RegExp(`^(?:${MISREAD_CHARACTER})$`, 'u')
