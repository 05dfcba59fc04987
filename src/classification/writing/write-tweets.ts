import type { PoolClient } from 'pg'
import { bytesArray, instantArray, textArray, uuidArray } from '../../storage/binary-arrays.ts'
import { newIds } from '../../storage/new-ids.ts'
import type { DistinctMention } from '../distinct-mentions.ts'
import type { StoredTweet } from '../read-stored.ts'
import type { MentionToWrite } from './mention-to-write.ts'

const WRITE = `
  INSERT INTO tweet (id, identity, external_id, text_hash, text, author, posted_at, stored_at, language)
  SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::text[])
    AS given (id, identity, external_id, text_hash, text, author, posted_at, stored_at, language)
  ORDER BY identity ON CONFLICT (identity) DO NOTHING`

const READ = `
  SELECT encode(identity, 'hex') AS identity, id, coalesce(posted_at, stored_at) AS "countedAt", posted_at IS NULL AS "isUndated"
  FROM tweet WHERE identity = ANY($1::bytea[])`

/** The length of a sha256. */
const HASH_BYTES = 32

export interface WrittenTweets {
  readonly byIdentity: ReadonlyMap<string, StoredTweet>
  /** This transaction inserted every tweet that was missing, so no classification of them can exist yet. */
  readonly areOurs: boolean
}

/** Inserts new tweets, and returns all. */
export async function writeTweets(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<WrittenTweets> {
  const byIdentity = new Map<string, StoredTweet>()
  const missing = new Map<string, NewTweet>()
  for (const { mention, tweet, scores, summaryScores } of mentions) {
    if (tweet !== null) byIdentity.set(mention.identity, tweet)
    else if (!missing.has(mention.identity)) {
      missing.set(mention.identity, { ...mention, language: scores?.language ?? summaryScores?.language ?? null })
    }
  }
  const tweets = [...missing.values()]
  const ours = await writeMissing(client, tweets, now)
  for (const [identity, tweet] of ours ?? (await readTweets(client, tweets))) byIdentity.set(identity, tweet)
  return { byIdentity, areOurs: ours !== null }
}

interface NewTweet extends DistinctMention {
  readonly language: string | null
}

type TweetEntries = readonly (readonly [string, StoredTweet])[]

/** Null if another process has stored one of these tweets since they were read: that row counts. */
async function writeMissing(client: PoolClient, tweets: readonly NewTweet[], now: Date): Promise<TweetEntries | null> {
  if (tweets.length === 0) return []
  const ids = newIds(tweets.length, now)
  const storedAt = tweets.map(({ request: { source } }) => ('countedAt' in source ? source.countedAt : null) ?? now)
  const { rowCount } = await client.query({
    name: 'write tweets',
    text: WRITE,
    values: [
      uuidArray(ids),
      identitiesOf(tweets),
      textArray(tweets.map(({ request: { source } }) => ('externalId' in source ? source.externalId : null))),
      bytesArray(
        tweets.map(tweet => tweet.textHash),
        HASH_BYTES,
      ),
      textArray(tweets.map(({ request }) => request.text)),
      textArray(tweets.map(({ request }) => request.author)),
      instantArray(tweets.map(({ request }) => request.postedAt)),
      instantArray(storedAt),
      textArray(tweets.map(({ language }) => language)),
    ],
  })
  if (rowCount !== tweets.length) return null
  return tweets.map(({ identity, request }, index) => [
    identity,
    {
      id: ids[index] ?? '',
      countedAt: request.postedAt ?? storedAt[index] ?? now,
      isUndated: request.postedAt === null,
    },
  ])
}

async function readTweets(client: PoolClient, tweets: readonly DistinctMention[]): Promise<TweetEntries> {
  const { rows } = await client.query<StoredTweet & { identity: string }>(READ, [identitiesOf(tweets)])
  return rows.map(({ identity, ...tweet }) => [identity, tweet])
}

const identitiesOf = (tweets: readonly DistinctMention[]) =>
  bytesArray(
    tweets.map(({ identity }) => identity),
    HASH_BYTES,
  )
