import { wordParts } from '../tweet-words/word-parts.ts'
import { type FoldedLetters, foldLetters } from './fold-letters.ts'

/** A run of letters and digits in a text or a name, the smallest part of which a name can consist. */
export interface NameUnit extends FoldedLetters {
  /** [start, end) in the text, in UTF-16 units, without the clitic. */
  readonly start: number
  readonly end: number
  /** The s of "Xbox's"; empty if there is none. It belongs to some names ("McDonald's") and follows others. */
  readonly clitic: string
  /** The end with the clitic; equal to `end` without one. */
  readonly cliticEnd: number
  /** The tag or address that it is part of; null for plain text. Units of different groups never form a name together. */
  readonly group: UnitGroup | null
}

/** A hashtag, a user name or an address: its words are not separated by spaces. */
export interface UnitGroup {
  readonly kind: 'tag' | 'address'
  /** [start, end) in the text, without the sign of a tag. */
  readonly start: number
  readonly end: number
}

/** Scripts that do not separate words: a run of them is a whole clause. */
const UNSPACED_CHARACTER = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Lm}]'
const UNSPACED = new RegExp(`^${UNSPACED_CHARACTER}{2,}$`, 'u')

/** Whether a unit is a clause in a script that does not separate words. */
export const isUnspaced = (unit: FoldedLetters): boolean => unit.letters > '~' && UNSPACED.test(unit.letters)

const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
const SCRIPT_RUN = new RegExp(`(?:${UNSPACED_CHARACTER}\\p{M}*)+|(?:(?!${UNSPACED_CHARACTER})[^])+`, 'gu')
const CLITIC = /^'([sdtm]|re|ve|ll)(?![\p{L}\p{N}])/iu

/**
 * The units between two positions of a text, from left to right. A clitic is part of its unit.
 * @param isSplit whether capitals and digits also separate units, as in names and hashtags.
 */
export function nameUnits(
  text: string,
  from: number,
  to: number,
  isSplit: boolean,
  group: UnitGroup | null = null,
): NameUnit[] {
  const units: NameUnit[] = []
  const slice = from === 0 && to === text.length ? text : text.slice(from, to)
  let cliticEnd = -1
  for (const { 0: run, index } of slice.matchAll(RUN)) {
    if (index < cliticEnd) continue
    const end = index + run.length
    const clitic = slice[end] === "'" ? (CLITIC.exec(slice.slice(end, end + 4))?.[1] ?? '') : ''
    cliticEnd = clitic === '' ? end : end + 1 + clitic.length
    const parts = isSplit ? splitRun(run) : scriptRuns(run)
    let start = from + index
    for (const [place, part] of parts.entries()) {
      const isLast = place === parts.length - 1
      const partEnd = start + part.length
      // Written out, because V8 builds objects with spread syntax on a slow path.
      const { letters, exact } = foldLetters(part)
      units.push({
        letters,
        exact,
        start,
        end: partEnd,
        // Only an s can belong to a name; the others are words of their own ("don't") and are skipped.
        clitic: isLast && /^s$/i.test(clitic) ? 's' : '',
        cliticEnd: isLast ? from + cliticEnd : partEnd,
        group,
      })
      start = partEnd
    }
  }
  return units
}

const scriptRuns = (run: string): readonly string[] => (/^[ -~]*$/.test(run) ? [run] : (run.match(SCRIPT_RUN) ?? [run]))

/** Capitals and digits. What `wordParts` skips, such as a mark that follows a digit, stays with the part before it. */
function splitRun(run: string): string[] {
  return scriptRuns(run).flatMap(part => {
    const words = wordParts(part)
    if (words.length < 2) return [part]
    const starts: number[] = []
    let at = 0
    for (const word of words) {
      const start = part.indexOf(word, at)
      starts.push(starts.length === 0 ? 0 : start)
      at = start + word.length
    }
    return starts.map((start, index) => part.slice(start, starts[index + 1] ?? part.length))
  })
}
