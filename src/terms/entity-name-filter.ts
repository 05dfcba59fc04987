import { createNameMarker } from '../ml/language/names/mark-names.ts'
import { lettersAndDigits } from '../ml/language/tweet-words/entity-names.ts'
import { locatedSurfaces } from '../ml/language/tweet-words/tweet-surfaces.ts'
import { wordParts } from '../ml/language/tweet-words/word-parts.ts'

/** Tests whether a term only names the entity: its names as the models recognise them, hashtags that contain one, and each word of a name. */
export function entityNameFilter(names: readonly string[]): (term: string) => boolean {
  const mark = createNameMarker(names, { hasAllParts: true })
  const words = new Set(names.flatMap(name => [...wordParts(name), ...name.split(/\s+/)].map(lettersAndDigits)))
  return term => {
    const key = lettersAndDigits(term)
    if (words.has(key) || words.has(key.replace(/s$/, ''))) return true
    return mark(term, [...locatedSurfaces(term)]).size > 0
  }
}
