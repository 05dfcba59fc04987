import type { PoolClient } from 'pg'
import { newIds } from '../../storage/new-ids.ts'
import type { DistinctMention } from '../distinct-mentions.ts'
import type { PlacedTweet } from '../read-stored.ts'
import type { MentionToWrite } from './mention-to-write.ts'

const WRITE = `
  INSERT INTO tweet (id, identity, external_id, text_hash, text, author, posted_at, stored_at)
  SELECT id, decode(identity, 'hex') AS identity, external_id, decode(text_hash, 'hex'), text, author, posted_at, $8
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
    AS given (id, identity, external_id, text_hash, text, author, posted_at)
  ORDER BY given.identity ON CONFLICT (identity) DO NOTHING`

const READ = `
  SELECT encode(identity, 'hex') AS identity, id, coalesce(posted_at, stored_at) AS "countedAt"
  FROM tweet WHERE identity = ANY(ARRAY(SELECT decode(wanted, 'hex') FROM unnest($1::text[]) AS wanted))`

/** Makes the tweets that are new. Places by identity. */
export async function writeTweets(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<ReadonlyMap<string, PlacedTweet>> {
  const placed = new Map<string, PlacedTweet>()
  const missing = new Map<string, DistinctMention>()
  for (const { mention, tweet } of mentions) {
    if (tweet !== null) placed.set(mention.identity, tweet)
    else if (!missing.has(mention.identity)) missing.set(mention.identity, mention)
  }
  for (const [identity, tweet] of await writeMissing(client, [...missing.values()], now)) placed.set(identity, tweet)
  return placed
}

async function writeMissing(
  client: PoolClient,
  tweets: readonly DistinctMention[],
  now: Date,
): Promise<readonly (readonly [string, PlacedTweet])[]> {
  if (tweets.length === 0) return []
  const ids = newIds(tweets.length)
  const identities = tweets.map(({ identity }) => identity)
  const { rowCount } = await client.query({
    name: 'write tweets',
    text: WRITE,
    values: [
      ids,
      identities,
      tweets.map(({ request: { source } }) => (source.kind === 'external' ? source.externalId : null)),
      tweets.map(tweet => tweet.textHash),
      tweets.map(({ request }) => request.text),
      tweets.map(({ request }) => request.author),
      tweets.map(({ request }) => request.postedAt?.toISOString() ?? null),
      now,
    ],
  })
  if (rowCount === tweets.length) {
    return tweets.map(({ identity, request }, index) => [
      identity,
      { id: ids[index] ?? '', countedAt: request.postedAt ?? now },
    ])
  }
  // Somebody stored one of these tweets since we looked, and that row counts.
  const { rows } = await client.query<PlacedTweet & { identity: string }>(READ, [identities])
  return rows.map(({ identity, id, countedAt }) => [identity, { id, countedAt }])
}
