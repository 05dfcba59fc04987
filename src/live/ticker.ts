import type { ClassificationKey } from '../classification/classification-key.ts'
import type { ChangeNotice } from './change-notice.ts'

/**
 * Calls `put` with the newest classification in each notice, of one entity or of all. The entity is looked up by name when it is first needed
 * and whenever the name may have got another meaning. Until the entity exists, every notice looks it up.
 */
export function tickerOf(
  name: string | null,
  find: (name: string) => Promise<{ readonly id: string } | null>,
  put: (key: ClassificationKey) => void,
): (notice: ChangeNotice) => void {
  let entityId: string | null = null
  let lookup: Promise<void> | null = null
  let nextLookup: Promise<void> | null = null

  const begin = (wanted: string) => {
    lookup = find(wanted)
      .then(found => {
        entityId = found?.id ?? null
      })
      // If the database cannot be reached, the next notice repeats the lookup.
      .catch(() => {})
      .finally(() => {
        lookup = null
      })
    return lookup
  }

  /** A lookup that began after the notice arrived: the current one may have read before the entity was stored. Waiting notices share one. */
  const lookUp = (wanted: string) => {
    if (lookup === null) return begin(wanted)
    nextLookup ??= lookup.then(() => {
      nextLookup = null
      return begin(wanted)
    })
    return nextLookup
  }

  const putOf = ({ changed }: ChangeNotice) => {
    const id = entityId === null ? null : changed.get(entityId)
    if (entityId !== null && id != null) put({ entityId, id })
  }

  return notice => {
    if (name === null) {
      for (const [changedId, id] of [...notice.changed].reverse()) {
        if (id !== null) return put({ entityId: changedId, id })
      }
      return
    }
    const mayBeAnother = entityId === null || notice.isMore || notice.changed.get(entityId) === null
    if (mayBeAnother) void lookUp(name).then(() => putOf(notice))
    else putOf(notice)
  }
}
