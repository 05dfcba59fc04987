import type { Pool } from 'pg'
import { readNames } from '../entities/read-names.ts'
import type { Mention } from '../ml/network/classifier.ts'
import type { CheckedMention } from './check-request.ts'

/** A busy server knows a few thousand entities. */
const MAX_REMEMBERED = 10_000

/**
 * The names that the model reads: each entity by its own name, whichever alias or spelling was given, so that a classification today equals a
 * later reclassification. An entity that is not stored yet goes by the first name given.
 */
export interface CanonicalNames {
  /** By entity key. Stored names are cached; `forget` drops them when one turns out to be outdated. */
  of(mentions: readonly CheckedMention[]): Promise<ReadonlyMap<string, string>>
  forget(): void
}

export function createCanonicalNames(pool: Pool): CanonicalNames {
  const remembered = new Map<string, string>()
  return {
    async of(mentions) {
      const names = new Map<string, string>()
      for (const { entity, entityKey } of mentions) {
        if (entity !== null && !names.has(entityKey)) names.set(entityKey, remembered.get(entityKey) ?? entity)
      }
      const unknown = [...names.keys()].filter(key => !remembered.has(key))
      for (const [key, name] of await readNames(pool, unknown)) {
        names.set(key, name)
        if (remembered.size >= MAX_REMEMBERED) remembered.clear()
        remembered.set(key, name)
      }
      return names
    },
    forget: () => remembered.clear(),
  }
}

/** The same mention under the canonical name of its entity. */
export function withCanonicalName<T extends Mention & { readonly entityKey: string }>(
  mention: T,
  names: ReadonlyMap<string, string>,
): T {
  const name = names.get(mention.entityKey)
  return name === undefined || name === mention.entity ? mention : { ...mention, entity: name }
}
