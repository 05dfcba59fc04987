import { EVERYDAY_INITIALS } from '../tweet-words/everyday-words.ts'
import { type NameSpelling, nameSpellings, spellingOf } from './name-spelling.ts'

/** An entity with all its names. */
export interface NamedEntity {
  /** The name that a match returns. */
  readonly name: string
  /** Its names in any spelling, including `name`. */
  readonly names: readonly string[]
}

/** A spelling of one of an entity's names. */
export interface IndexedSpelling extends NameSpelling {
  readonly entity: string
  /** It is the name as it was stored, not derived from it. */
  readonly isWritten: boolean
}

/** All spellings of all names, so that the cost of a text does not depend on the number of entities. */
export interface NameIndex {
  readonly byLetters: ReadonlyMap<string, readonly IndexedSpelling[]>
  /** The letters of each name up to the end of each of its parts; in a loose index also up to any letter. */
  readonly beginnings: ReadonlySet<string>
  /** The first letters of all names, as UTF-16 units. */
  readonly firsts: ReadonlySet<number>
  /** Signs that a name has between its parts. */
  readonly gaps: ReadonlySet<string>
  /** Length of the longest name in letters. */
  readonly longest: number
}

/** Initials of at least this length are names even in an unknown text. */
const SHORTEST_INITIALS = 5

/** An index of whole names. If two entities share a name, the first one has it. */
export function indexNames(entities: readonly NamedEntity[], isLoose: boolean): NameIndex {
  return indexSpellings(
    entities.flatMap(({ name: entity, names }) =>
      names.flatMap(name => withInitials(nameSpellings(name, { isLoose }), entity, isLoose)),
    ),
    isLoose,
  )
}

/** The spellings of a whole name, the written one first, and its initials if they are a name. */
export function withInitials(
  spellings: readonly NameSpelling[],
  entity: string,
  isLoose: boolean,
): readonly IndexedSpelling[] {
  const initials = initialsOf(spellings[0])
  const isName = initials.length >= (isLoose ? 3 : SHORTEST_INITIALS) && !EVERYDAY_INITIALS.has(initials.toLowerCase())
  const spelling = isName ? spellingOf(initials) : null
  return [...spellings, ...(spelling === null ? [] : [spelling])].map((one, place) => ({
    ...one,
    entity,
    isWritten: place === 0,
  }))
}

function initialsOf(name: NameSpelling | undefined): string {
  if (name === undefined) return ''
  return [0, ...name.gaps.keys()].map(at => name.letters.charAt(at)).join('')
}

export function indexSpellings(spellings: readonly IndexedSpelling[], isLoose: boolean): NameIndex {
  const byLetters = new Map<string, IndexedSpelling[]>()
  const beginnings = new Set<string>()
  const firsts = new Set<number>()
  const gaps = new Set<string>()
  let longest = 0
  for (const spelling of spellings) {
    const { letters } = spelling
    const same = byLetters.get(letters)
    if (same === undefined) byLetters.set(letters, [spelling])
    else same.push(spelling)
    for (const [at, gap] of spelling.gaps) {
      beginnings.add(letters.slice(0, at))
      if (gap.trim() !== '') gaps.add(gap.replace(/\s+/g, ''))
    }
    // A name may be divided anywhere: "face book".
    if (isLoose) for (let at = 1; at < letters.length; at++) beginnings.add(letters.slice(0, at))
    firsts.add(letters.charCodeAt(0))
    longest = Math.max(longest, letters.length)
  }
  return { byLetters, beginnings, firsts, gaps, longest }
}
