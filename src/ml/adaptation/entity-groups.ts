import { lettersAndDigits } from '../language/tweet-words/entity-names.ts'
import type { ModelManifest } from '../network/manifest.ts'

/** An entity that gets an offset of its own. */
export interface AdaptedEntity {
  /** Null for whole messages. */
  readonly name: string | null
  readonly labelCount: number
}

export interface EntityGroups {
  readonly entities: readonly AdaptedEntity[]
  /** Index in `entities` of each mention; -1 for an entity with too few labels. */
  readonly groups: Int32Array
  /** A number for each entity, of each mention: for folds that leave entities out. */
  readonly numbers: Int32Array
  readonly entityCount: number
}

/** With fewer labels, the offset of an entity would hardly differ from that of all. */
const FEWEST_LABELS = 10
/** Each takes a head in the weights file and in memory. */
const MOST_ENTITIES = 500

/** The key of names without letters and digits. It is not a key of any other name. */
const UNNAMED = 'unnamed '

/** Whether the answers of a model depend on the entity. Others have one last layer for all mentions. */
export const readsEntities = ({ network }: Pick<ModelManifest, 'network'>): boolean => network.kind === 'pooled-bilstm'

/** The key by which a model recognises an entity, as in `createTweetEncoder`; '' for whole messages, null if it cannot. */
export function entityGroupKey(name: string | null): string | null {
  if (name === null) return ''
  const key = lettersAndDigits(name)
  return key === '' ? null : key
}

/** Groups mentions by entity. Spellings that the model cannot tell apart are one entity. */
export function entityGroups(names: readonly (string | null)[], isEntityRead: boolean): EntityGroups {
  const counts = new Map<string, { name: string | null; labelCount: number; number: number }>()
  const keys = names.map(name => (isEntityRead ? entityGroupKey(name) : ''))
  for (const [index, key] of keys.entries()) {
    const own = counts.get(key ?? UNNAMED)
    if (own !== undefined) own.labelCount += 1
    else counts.set(key ?? UNNAMED, { name: names[index] ?? null, labelCount: 1, number: counts.size })
  }
  const chosen = isEntityRead
    ? [...counts]
        .filter(([key, { labelCount }]) => key !== UNNAMED && labelCount >= FEWEST_LABELS)
        .sort(([, one], [, other]) => other.labelCount - one.labelCount || one.number - other.number)
        .slice(0, MOST_ENTITIES)
    : []
  const indices = new Map(chosen.map(([key], index) => [key, index]))
  return {
    entities: chosen.map(([, { name, labelCount }]) => ({ name, labelCount })),
    groups: Int32Array.from(keys, key => (key === null ? -1 : (indices.get(key) ?? -1))),
    numbers: Int32Array.from(keys, key => counts.get(key ?? UNNAMED)?.number ?? 0),
    entityCount: counts.size,
  }
}
