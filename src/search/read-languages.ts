import type { Pool } from 'pg'
import type { ClassificationList } from './classification-page.ts'

export interface LanguageCount {
  /** Null for tweets whose language is unsure or was not identified. */
  readonly language: string | null
  readonly tweetCount: number
}

/** The newest tweets that are counted; some tens of milliseconds of the database's time. */
export const MAX_LANGUAGE_TWEETS = 20_000

/** The languages of an entity's newest tweets, the most frequent first. */
export async function readLanguages(
  pool: Pool,
  { entityId, modelVersion, range }: Omit<ClassificationList, 'filter'>,
): Promise<readonly LanguageCount[]> {
  const { rows } = await pool.query<LanguageCount>(
    `SELECT tweet.language, count(*)::int AS "tweetCount" FROM (
       SELECT tweet_id FROM classification
       WHERE entity_id = $1 AND model_version_id = $2 AND counted_at >= $3 AND counted_at < $4
         AND ($5::boolean IS NULL OR is_undated <> $5)
       ORDER BY counted_at DESC, id DESC LIMIT ${MAX_LANGUAGE_TWEETS}) AS newest
     JOIN tweet ON tweet.id = newest.tweet_id
     GROUP BY tweet.language ORDER BY count(*) DESC, tweet.language`,
    [entityId, modelVersion.id, range.from ?? '-infinity', range.to ?? 'infinity', range.dated ?? null],
  )
  return rows
}
