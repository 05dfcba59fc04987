import { lettersAndDigits } from '../ml/language/tweet-words/entity-names.ts'
import type { ModelVersion } from '../storage/generated/client/client.ts'
import { manifestOf } from './manifest-of.ts'

/** Cached, because a page of entities asks about the same version for each of them. */
const cachedNames = new WeakMap<ModelVersion, ReadonlySet<string> | null>()

/**
 * Whether a version models an entity individually, because enough of its training tweets were about it. Never for models
 * that read only the text; null for models that read all names alike.
 */
export function knowsEntity(version: ModelVersion, name: string): boolean | null {
  const cached = cachedNames.get(version)
  const names = cached === undefined ? modelledNames(version) : cached
  cachedNames.set(version, names)
  return names === null ? null : names.has(lettersAndDigits(name))
}

function modelledNames(version: ModelVersion): ReadonlySet<string> | null {
  const { preprocessing } = manifestOf(version)
  if (preprocessing.kind !== 'tweet-words') return new Set()
  return preprocessing.entities.length === 0 ? null : new Set(preprocessing.entities.map(lettersAndDigits))
}
