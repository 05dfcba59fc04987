/** The primary key of a stored classification. */
export interface ClassificationKey {
  readonly entityId: string
  readonly id: string
}

/** The key as one string, for the ids that clients receive. */
export const writeClassificationKey = ({ entityId, id }: ClassificationKey): string => `${entityId}.${id}`

/** Reverses `writeClassificationKey`. */
export function readClassificationKey(text: string): ClassificationKey {
  const [entityId = '', id = ''] = text.split('.')
  return { entityId, id }
}
