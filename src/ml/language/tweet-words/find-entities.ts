import { createNameFinder } from '../names/find-names.ts'
import type { NamedEntity } from '../names/name-index.ts'
import { textUnits } from '../names/text-units.ts'
import { decodeTweet } from './decode-tweet.ts'
import { locatedSurfaces } from './tweet-surfaces.ts'

/** Returns the names of the entities that a text mentions, each once, in order of first occurrence. */
export type FindEntities = (text: string) => readonly string[]

/** A tweet with more names is a list, and expresses little about any of them. */
export const MAX_ENTITIES_IN_TEXT = 16

/** Creates the search of texts of unknown subject for all known entities; see `createNameFinder` for what it finds. */
export function indexEntities(entities: readonly NamedEntity[]): FindEntities {
  const findNames = createNameFinder(entities)
  return text => {
    const decoded = decodeTweet(text)
    const found = new Set<string>()
    for (const { name } of findNames(decoded, textUnits(decoded, [...locatedSurfaces(decoded)]))) {
      if (found.size < MAX_ENTITIES_IN_TEXT) found.add(name)
    }
    return [...found]
  }
}
