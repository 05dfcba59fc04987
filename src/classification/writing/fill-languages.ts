import type { PoolClient } from 'pg'

const FILL = `
  WITH given AS MATERIALIZED (
    SELECT tweet.id, given.language FROM unnest($1::uuid[], $2::text[]) AS given (id, language)
    JOIN tweet ON tweet.id = given.id AND tweet.language IS NULL ORDER BY tweet.id FOR UPDATE OF tweet)
  UPDATE tweet SET language = given.language FROM given WHERE tweet.id = given.id`

/** Stores the languages of tweets that were stored before a model identified them. */
export async function fillLanguages(
  client: PoolClient,
  tweets: readonly { readonly tweetId: string; readonly language: string | null }[],
): Promise<void> {
  const known = new Map(tweets.flatMap(({ tweetId, language }) => (language === null ? [] : [[tweetId, language]])))
  if (known.size > 0) await client.query(FILL, [[...known.keys()], [...known.values()]])
}
