import { entityNames, lettersAndDigits } from '../ml/language/tweet-words/entity-names.ts'
import { matchEntity } from '../ml/language/tweet-words/match-entity.ts'
import { tweetSurfaces } from '../ml/language/tweet-words/tweet-surfaces.ts'
import { wordParts } from '../ml/language/tweet-words/word-parts.ts'

/** Detects terms that only name the entity: everything that models recognise as its name, hashtags that contain it, and each word of it. */
export function ownName(names: readonly string[]): (term: string) => boolean {
  const known = names.map(entityNames)
  const words = new Set(names.flatMap(name => [...wordParts(name), ...name.split(/\s+/)].map(lettersAndDigits)))
  return term => {
    const key = lettersAndDigits(term)
    if (words.has(key) || words.has(key.replace(/s$/, ''))) return true
    const surfaces = [...tweetSurfaces(term)]
    return known.some(name => matchEntity(surfaces, name).size > 0)
  }
}
