import { z } from 'zod'

/** One notification. It contains only ids, because PostgreSQL limits it to 8,000 bytes. */
export interface ChangeNotice {
  /**
   * The changed entities (their tweets, counts or names) and jobs, the latest last. The value is the id of an entity's newest
   * classification; null for any other change.
   */
  readonly changed: ReadonlyMap<string, string | null>
  /** Other things may have changed as well. */
  readonly isMore: boolean
}

/** Anything may have changed: subscribers have to read again. */
export const EVERYTHING: ChangeNotice = { changed: new Map(), isMore: true }

/** Two UUIDs and their punctuation are 78 bytes. */
export const MAX_CHANGED = 95

const PAYLOAD = z.object({
  changed: z.array(z.tuple([z.uuid(), z.uuid().nullable()])).max(MAX_CHANGED),
  isMore: z.boolean(),
})

export const writeNotice = ({ changed, isMore }: ChangeNotice): string =>
  JSON.stringify({ changed: [...changed], isMore })

/** Null for a payload that `writeNotice` did not write: any user of the database may notify. */
export function readNotice(payload: string): ChangeNotice | null {
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
