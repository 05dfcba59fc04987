import type { PoolClient } from 'pg'
import { v7 as uuidv7 } from 'uuid'
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
  FROM tweet WHERE identity IN (SELECT decode(wanted, 'hex') FROM unnest($1::text[]) AS wanted)`

/** Makes the tweets that are new. Places by identity. */
export async function writeTweets(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<ReadonlyMap<string, PlacedTweet>> {
  const placed = new Map<string, PlacedTweet>()
  const missing = new Map<string, MentionToWrite>()
  for (const mention of mentions) {
    if (mention.tweet !== null) placed.set(mention.identity, mention.tweet)
    else if (!missing.has(mention.identity)) missing.set(mention.identity, mention)
  }
  const rows = [...missing.values()].map(mention => ({ mention, id: uuidv7() }))
  if (rows.length === 0) return placed
  const { rowCount } = await client.query(WRITE, [
    rows.map(row => row.id),
    rows.map(row => row.mention.identity),
    rows.map(row => row.mention.externalId),
    rows.map(row => row.mention.textHash),
    rows.map(row => row.mention.text),
    rows.map(row => row.mention.author),
    rows.map(row => row.mention.postedAt?.toISOString() ?? null),
    now,
  ])
  const isOurs = rowCount === rows.length
  // Fewer rows: somebody stored one of these tweets since we looked, and its row counts.
  const found = isOurs
    ? rows.map(({ mention, id }) => ({ identity: mention.identity, id, countedAt: mention.postedAt ?? now }))
    : (await client.query<PlacedTweet & { identity: string }>(READ, [[...missing.keys()]])).rows
  for (const { identity, id, countedAt } of found) placed.set(identity, { id, countedAt })
  return placed
}
