import type { Pool } from 'pg'
import { textHash, tweetIdentity } from '../classification/tweet-identity.ts'
import { entityKey } from '../ml/language/entity-key.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { NO_ENTITY_ID, NO_ENTITY_KEY } from '../storage/no-entity.ts'
import type { MentionKey } from './mention-label.ts'
import { NO_MENTION } from './set-label.ts'

/** How a mention is named outside of the store. */
export interface MentionName {
  readonly externalId: string
  /** In any spelling; null for the whole message. */
  readonly entity: string | null
  /** Needed only if several tweets have the external id. */
  readonly text: string | null
}

const ENTITY = 'SELECT coalesce(alias_of_id, id) AS id FROM entity WHERE key = $1'

const BY_IDENTITY = `SELECT id FROM tweet WHERE identity = decode($1, 'hex')`

/** The index of the search has the external ids. Its order is that of storage. */
const BY_EXTERNAL_ID = `
  SELECT tweet.id FROM indexed_tweet JOIN tweet ON tweet.id = indexed_tweet.tweet_id
  WHERE indexed_tweet.external_id = $1 AND EXISTS (SELECT FROM classification WHERE tweet_id = tweet.id AND entity_id = $2)
  ORDER BY indexed_tweet.tweet_id LIMIT 2`

/** Finds a mention by the external id of its tweet and the name of its entity. */
export async function findMention(pool: Pool, { externalId, entity, text }: MentionName): Promise<Result<MentionKey>> {
  const name = entity?.trim() ?? ''
  const key = name === '' ? NO_ENTITY_KEY : entityKey(name)
  if (key === null || externalId.includes('\0')) return NO_MENTION
  const [found] = (await pool.query<{ id: string }>(ENTITY, [key])).rows
  const entityId = name === '' ? NO_ENTITY_ID : found?.id
  if (entityId === undefined)
    return fail('NOT_FOUND', 'entity must be a name or alias with stored tweets; `entities` lists them.', ['entity'])
  const external = externalId.trim()
  const [tweet, other] =
    text === null
      ? (await pool.query<{ id: string }>(BY_EXTERNAL_ID, [external, entityId])).rows
      : (
          await pool.query<{ id: string }>(BY_IDENTITY, [
            tweetIdentity({ kind: 'external', externalId: external }, textHash(text), text),
          ])
        ).rows
  if (tweet === undefined) return UNKNOWN
  if (other !== undefined) return AMBIGUOUS
  return succeed({ tweetId: tweet.id, entityId })
}

const UNKNOWN = fail(
  'NOT_FOUND',
  'No mention of the entity has this external id. A tweet is found by it some seconds after it is stored; with its text, at once.',
  ['externalId'],
)
const AMBIGUOUS = fail('CONFLICT', 'Several tweets have this external id: pass the text as well.', ['externalId'])
