import type { ClassificationKey } from '../classification/classification-key.ts'
import type { News } from './news.ts'

/**
 * Puts the newest classification of each piece of news, of one entity or of all. Who is meant by the name is looked up when it is first
 * needed and whenever it may have become another; until there is such an entity, with every piece of news.
 */
export function tickerOf(
  name: string | null,
  find: (name: string) => Promise<{ readonly id: string } | null>,
  put: (key: ClassificationKey) => void,
): (news: News) => void {
  let entityId: string | null = null
  let looking: Promise<void> | null = null
  let lookingAgain: Promise<void> | null = null

  const begin = (wanted: string) => {
    looking = find(wanted)
      .then(found => {
        entityId = found?.id ?? null
      })
      // The database is away; the next news are soon enough to look again.
      .catch(() => {})
      .finally(() => {
        looking = null
      })
    return looking
  }

  /** Begun after the news came: what is under way may have looked before the entity was stored. One look serves all that wait for it. */
  const lookUp = (wanted: string) => {
    if (looking === null) return begin(wanted)
    lookingAgain ??= looking.then(() => {
      lookingAgain = null
      return begin(wanted)
    })
    return lookingAgain
  }

  const putOf = ({ changed }: News) => {
    const id = entityId === null ? null : changed.get(entityId)
    if (entityId !== null && id != null) put({ entityId, id })
  }

  return news => {
    if (name === null) {
      for (const [changedId, id] of [...news.changed].reverse()) {
        if (id !== null) return put({ entityId: changedId, id })
      }
      return
    }
    const mayBeAnother = entityId === null || news.isMore || news.changed.get(entityId) === null
    if (mayBeAnother) void lookUp(name).then(() => putOf(news))
    else putOf(news)
  }
}
