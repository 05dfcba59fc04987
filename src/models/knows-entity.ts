import { lettersAndDigits } from '../ml/language/tweet-words/entity-names.ts'
import type { ModelVersion } from '../storage/generated/client/client.ts'
import { manifestOf } from './manifest-of.ts'

/** Of the versions in use: a page of entities asks about the same one for each. */
const namesKnownTo = new WeakMap<ModelVersion, ReadonlySet<string>>()

/** Whether a version saw enough tweets about an entity in training to model it individually. A model that reads only the text knows none. */
export function knowsEntity(version: ModelVersion, name: string): boolean {
  const names = namesKnownTo.get(version) ?? knownNames(version)
  namesKnownTo.set(version, names)
  return names.has(lettersAndDigits(name))
}

function knownNames(version: ModelVersion): ReadonlySet<string> {
  const { preprocessing } = manifestOf(version)
  return new Set(preprocessing.kind === 'tweet-words' ? preprocessing.entities.map(lettersAndDigits) : [])
}
