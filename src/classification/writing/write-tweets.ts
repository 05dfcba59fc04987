import type { PoolClient } from 'pg'
import { bytesArray, instantArray, textArray, uuidArray } from '../../storage/array-parameters.ts'
import { newIds } from '../../storage/new-ids.ts'
import type { DistinctMention } from '../distinct-mentions.ts'
import type { PlacedTweet } from '../read-stored.ts'
import type { MentionToWrite } from './mention-to-write.ts'

const WRITE = `
  INSERT INTO tweet (id, identity, external_id, text_hash, text, author, posted_at, stored_at)
  SELECT id, identity, external_id, text_hash, text, author, posted_at, $8
  FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[], $5::text[], $6::text[], $7::timestamptz[])
    AS given (id, identity, external_id, text_hash, text, author, posted_at)
  ORDER BY identity ON CONFLICT (identity) DO NOTHING`

const READ = `
  SELECT encode(identity, 'hex') AS identity, id, coalesce(posted_at, stored_at) AS "countedAt"
  FROM tweet WHERE identity = ANY($1::bytea[])`

/** Of a sha256. */
const HASH_BYTES = 32

export interface WrittenTweets {
  /** By identity. */
  readonly placed: ReadonlyMap<string, PlacedTweet>
  /** Those who were not found before are ours, every one: nobody else can have said anything about them. */
  readonly areOurs: boolean
}

/** Makes the tweets that are new. */
export async function writeTweets(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<WrittenTweets> {
  const placed = new Map<string, PlacedTweet>()
  const missing = new Map<string, DistinctMention>()
  for (const { mention, tweet } of mentions) {
    if (tweet !== null) placed.set(mention.identity, tweet)
    else if (!missing.has(mention.identity)) missing.set(mention.identity, mention)
  }
  const tweets = [...missing.values()]
  const ours = await writeMissing(client, tweets, now)
  for (const [identity, tweet] of ours ?? (await readTweets(client, tweets))) placed.set(identity, tweet)
  return { placed, areOurs: ours !== null }
}

type PlacedEntries = readonly (readonly [string, PlacedTweet])[]

/** Null where somebody stored one of these tweets since we looked, and that row counts. */
async function writeMissing(
  client: PoolClient,
  tweets: readonly DistinctMention[],
  now: Date,
): Promise<PlacedEntries | null> {
  if (tweets.length === 0) return []
  const ids = newIds(tweets.length)
  const { rowCount } = await client.query({
    name: 'write tweets',
    text: WRITE,
    values: [
      uuidArray(ids),
      identitiesOf(tweets),
      textArray(tweets.map(({ request: { source } }) => (source.kind === 'external' ? source.externalId : null))),
      bytesArray(
        tweets.map(tweet => tweet.textHash),
        HASH_BYTES,
      ),
      textArray(tweets.map(({ request }) => request.text)),
      textArray(tweets.map(({ request }) => request.author)),
      instantArray(tweets.map(({ request }) => request.postedAt)),
      now,
    ],
  })
  if (rowCount !== tweets.length) return null
  return tweets.map(({ identity, request }, index) => [
    identity,
    { id: ids[index] ?? '', countedAt: request.postedAt ?? now },
  ])
}

async function readTweets(client: PoolClient, tweets: readonly DistinctMention[]): Promise<PlacedEntries> {
  const { rows } = await client.query<PlacedTweet & { identity: string }>(READ, [identitiesOf(tweets)])
  return rows.map(({ identity, id, countedAt }) => [identity, { id, countedAt }])
}

const identitiesOf = (tweets: readonly DistinctMention[]) =>
  bytesArray(
    tweets.map(({ identity }) => identity),
    HASH_BYTES,
  )
