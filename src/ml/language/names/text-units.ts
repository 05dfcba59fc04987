import { type LocatedSurface, NUMBER_SYMBOL, URL_SYMBOL } from '../tweet-words/tweet-surfaces.ts'
import { type NameUnit, nameUnits, type UnitGroup } from './name-units.ts'

/** The units of a decoded text, from its pieces. Emoticons, emoji, punctuation and links have none. */
export function textUnits(text: string, pieces: readonly LocatedSurface[]): NameUnit[] {
  const units: NameUnit[] = []
  for (const { surface, start, end } of pieces) {
    const isTag = surface.kind === 'hashtag' || surface.kind === 'mention'
    if (surface.kind === 'word' || surface.text === NUMBER_SYMBOL) {
      const plain = plainUnit(surface.text, surface.written, start, end)
      if (plain === null) units.push(...nameUnits(text, start, end, false))
      else units.push(plain)
    } else if (isTag || (surface.text === URL_SYMBOL && !isLink(text, start, end))) {
      const group: UnitGroup = { kind: isTag ? 'tag' : 'address', start: isTag ? start + 1 : start, end }
      units.push(...nameUnits(text, group.start, end, isTag, group))
    }
  }
  return units
}

/** An address with a path, a scheme or a user is no name. */
function isLink(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text[at] === '/' || text[at] === '@') return true
  return false
}

const CLITIC = /^(?:[sdtm]|re|ve|ll)$/

/**
 * Nine words of ten consist of ASCII letters and digits, with or without a clitic, and are already in lower case. Null
 * for others.
 */
function plainUnit(text: string, written: string, start: number, end: number): NameUnit | null {
  let length = 0
  while (isPlain(text.charCodeAt(length))) length++
  // A censored word reads otherwise than it is written.
  if (length === 0 || written.includes('*')) return null
  const isWhole = length === text.length
  const clitic = isWhole ? '' : text.slice(length + 1)
  if (!isWhole && (text.charCodeAt(length) !== APOSTROPHE || !CLITIC.test(clitic))) return null
  const letters = isWhole ? text : text.slice(0, length)
  return {
    letters,
    exact: letters,
    start,
    end: start + length,
    clitic: clitic === 's' ? 's' : '',
    cliticEnd: end,
    group: null,
  }
}

const APOSTROPHE = 39
const isPlain = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
