import { lettersAndDigits } from '../ml/language/tweet-words/entity-names.ts'
import type { ModelVersion } from '../storage/generated/client/client.ts'
import { manifestOf } from './manifest-of.ts'

/** Cached, because a page of entities asks about the same version for each of them. */
const cachedNames = new WeakMap<ModelVersion, ReadonlySet<string>>()

/** Whether a version models an entity individually, because enough of its training tweets were about it. Never for models that read only the text. */
export function knowsEntity(version: ModelVersion, name: string): boolean {
  const names = cachedNames.get(version) ?? modelledNames(version)
  cachedNames.set(version, names)
  return names.has(lettersAndDigits(name))
}

function modelledNames(version: ModelVersion): ReadonlySet<string> {
  const { preprocessing } = manifestOf(version)
  return new Set(preprocessing.kind === 'tweet-words' ? preprocessing.entities.map(lettersAndDigits) : [])
}
