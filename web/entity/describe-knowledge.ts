import type { EntityData } from './entity-query.ts'

/** Aliases of the entity, and whether the model knows it, in words. */
export function describeKnowledge({ aliases, isKnownToModel }: Pick<EntityData, 'aliases' | 'isKnownToModel'>): string {
  return [
    ...(aliases.length === 0 ? [] : [`Also known as ${aliases.join(', ')}.`]),
    ...(isKnownToModel === false ? ['The model was not trained on this entity.'] : []),
  ].join(' ')
}
