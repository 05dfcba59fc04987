import type { Pool } from 'pg'
import { readNames } from '../entities/read-names.ts'
import type { Mention } from '../ml/network/classifier.ts'
import type { CheckedMention } from './check-request.ts'

/** A busy server knows a few thousand entities. */
const MAX_REMEMBERED = 10_000

/**
 * What the model is asked about: entities by their own name, whichever alias or spelling was given, so that the answer is the same today,
 * tomorrow and when everything is classified anew. What is not stored yet goes by the first name given.
 */
export interface AskedNames {
  /** By key. What was stored under a name is remembered; `forget` where it turns out to be outdated. */
  of(mentions: readonly CheckedMention[]): Promise<ReadonlyMap<string, string>>
  forget(): void
}

export function createAskedNames(pool: Pool): AskedNames {
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

/** The same mention by the name that is asked about. */
export function withAskedName<T extends Mention & { readonly entityKey: string }>(
  mention: T,
  names: ReadonlyMap<string, string>,
): T {
  const name = names.get(mention.entityKey)
  return name === undefined || name === mention.entity ? mention : { ...mention, entity: name }
}
