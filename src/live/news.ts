import { z } from 'zod'

/** What one notification says: ids only, because it must stay below 8,000 bytes. */
export interface News {
  /**
   * What has changed, the latest last: an entity (its tweets, counts or names) or a job. Beside an entity stands the newest
   * classification about it; null where it is none that made the change.
   */
  readonly changed: ReadonlyMap<string, string | null>
  /** Other things may have changed as well. */
  readonly isMore: boolean
}

/** Whatever is shown has to be looked at again. */
export const ANYTHING: News = { changed: new Map(), isMore: true }

/** Two UUIDs and their signs are 78 bytes. */
export const MAX_CHANGED = 95

const PAYLOAD = z.object({
  changed: z.array(z.tuple([z.uuid(), z.uuid().nullable()])).max(MAX_CHANGED),
  isMore: z.boolean(),
})

export const writeNews = ({ changed, isMore }: News): string => JSON.stringify({ changed: [...changed], isMore })

/** Null for what `writeNews` did not write: everybody who may use the database may notify. */
export function readNews(payload: string): News | null {
  const parsed = PAYLOAD.safeParse(parseJson(payload))
  return parsed.success ? { changed: new Map(parsed.data.changed), isMore: parsed.data.isMore } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
