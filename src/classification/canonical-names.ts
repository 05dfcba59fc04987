import type { Pool } from 'pg'
import { type EntityNames, readNames } from '../entities/read-names.ts'
import type { Mention } from '../ml/network/classifier.ts'
import type { CheckedMention } from './check-request.ts'

/** A busy server has a few thousand entities. */
const MAX_CACHED = 10_000

/**
 * The names that the model reads: each entity under its own name and with its aliases, regardless of the alias or spelling given. This makes
 * a classification equal a later reclassification. An entity that is not stored yet has the first name given.
 */
export interface CanonicalNames {
  /** By entity key. Stored names are cached until `forget` drops them. */
  of(mentions: readonly CheckedMention[]): Promise<ReadonlyMap<string, EntityNames>>
  /** For use when a name proves outdated. */
  forget(): void
}

const NO_ALIASES: readonly string[] = []

export function createCanonicalNames(pool: Pool): CanonicalNames {
  const cached = new Map<string, EntityNames>()
  return {
    async of(mentions) {
      const names = new Map<string, EntityNames>()
      for (const { entity, entityKey } of mentions) {
        if (entity === null || names.has(entityKey)) continue
        names.set(entityKey, cached.get(entityKey) ?? { name: entity, aliases: NO_ALIASES })
      }
      const unknown = [...names.keys()].filter(key => !cached.has(key))
      for (const [key, name] of await readNames(pool, unknown)) {
        names.set(key, name)
        if (cached.size >= MAX_CACHED) cached.clear()
        cached.set(key, name)
      }
      return names
    },
    forget: () => cached.clear(),
  }
}

/** The same mention under the canonical name of its entity, with the aliases. */
export function withCanonicalName<T extends Mention & { readonly entityKey: string }>(
  mention: T,
  names: ReadonlyMap<string, EntityNames>,
): T {
  const known = names.get(mention.entityKey)
  if (known === undefined || (known.name === mention.entity && known.aliases.length === 0)) return mention
  return { ...mention, entity: known.name, aliases: known.aliases }
}
