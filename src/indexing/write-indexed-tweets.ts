import type { PoolClient } from 'pg'
import type { IndexedTweet } from './indexed-tweet.ts'
import { SEARCH_CONFIGURATION } from './searched-text.ts'

/** The indexed values of a tweet, and its searchable text. */
export interface TweetToIndex extends IndexedTweet {
  readonly searchedText: string
}

/** Skips unchanged rows. If only `mentions` changes, no index has to be updated. */
const WRITE = `
  INSERT INTO indexed_tweet AS stored (tweet_id, external_id, words, entity_ids, terms, mentions)
  SELECT "tweetId", "externalId", to_tsvector('${SEARCH_CONFIGURATION}', "searchedText"), "entityIds", terms, mentions
  FROM json_to_recordset($1::json) AS given
    ("tweetId" uuid, "externalId" text, "searchedText" text, "entityIds" uuid[], terms text[], mentions jsonb)
  ON CONFLICT (tweet_id) DO UPDATE SET
    words = excluded.words, entity_ids = excluded.entity_ids, terms = excluded.terms, mentions = excluded.mentions
  WHERE (stored.words, stored.entity_ids, stored.terms, stored.mentions)
    IS DISTINCT FROM (excluded.words, excluded.entity_ids, excluded.terms, excluded.mentions)`

export async function writeIndexedTweets(client: PoolClient, tweets: readonly TweetToIndex[]): Promise<void> {
  if (tweets.length === 0) return
  const rows = tweets.map(tweet => ({
    ...tweet,
    entityIds: [...new Set(tweet.mentions.map(([entityId]) => entityId))].sort(),
  }))
  await client.query({ name: 'write indexed tweets', text: WRITE, values: [JSON.stringify(rows)] })
}

export async function removeIndexedTweets(client: PoolClient, tweetIds: readonly string[]): Promise<void> {
  if (tweetIds.length === 0) return
  await client.query('DELETE FROM indexed_tweet WHERE tweet_id = ANY($1::uuid[])', [tweetIds])
}
