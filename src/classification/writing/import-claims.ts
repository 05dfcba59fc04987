import type { Pool, PoolClient } from 'pg'
import { integerArray, textArray, uuidArray } from '../../storage/binary-arrays.ts'
import { inTransaction } from '../../storage/transaction.ts'
import type { DistinctMention } from '../distinct-mentions.ts'
import type { StoredMention } from '../read-stored.ts'
import type { ImportOrigin } from '../request.ts'
import { LostClaimError } from '../retry-reasons.ts'
import type { ResolvedMention } from './mention-to-write.ts'

/** Lateral, so that the planner uses one index lookup a row even without statistics about the table. */
const READ_MENTIONED = `
  SELECT wanted.key FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS wanted (key, tweet_id, entity_id)
  CROSS JOIN LATERAL (
    SELECT FROM classification WHERE tweet_id = wanted.tweet_id AND entity_id = wanted.entity_id LIMIT 1
  ) AS found`

/** Keys of the mentions that a model has already classified. An import gets no claim on them. */
export async function readMentioned(
  client: PoolClient,
  mentions: readonly ResolvedMention[],
): Promise<ReadonlySet<string>> {
  if (mentions.length === 0) return new Set()
  const values = [
    textArray(mentions.map(({ mention }) => mention.key)),
    uuidArray(mentions.map(({ tweet }) => tweet.id)),
    uuidArray(mentions.map(({ entityId }) => entityId)),
  ]
  const { rows } = await client.query<{ key: string }>({ name: 'read mentioned', text: READ_MENTIONED, values })
  return new Set(rows.map(({ key }) => key))
}

const WRITE = `
  INSERT INTO import_mention (tweet_id, entity_id, import_id, row)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) AS given (tweet_id, entity_id, import_id, row)
  ORDER BY tweet_id, entity_id ON CONFLICT (tweet_id, entity_id, import_id) DO NOTHING`

interface ImportClaim extends ImportOrigin {
  readonly tweetId: string
  readonly entityId: string
}

const insertClaims = (client: PoolClient, claims: readonly ImportClaim[]) =>
  client.query({
    name: 'write import claims',
    text: WRITE,
    values: [
      uuidArray(claims.map(({ tweetId }) => tweetId)),
      uuidArray(claims.map(({ entityId }) => entityId)),
      uuidArray(claims.map(({ importId }) => importId)),
      integerArray(claims.map(({ row }) => row)),
    ],
  })

/** Stores the claims of an import on the mentions that it brought. Part of the transaction that stores the mentions. */
export async function writeClaims(client: PoolClient, brought: readonly ResolvedMention[]): Promise<void> {
  const claims: ImportClaim[] = []
  for (const { mention, tweet, entityId } of brought) {
    const { origin } = mention.request
    if (origin !== undefined) claims.push({ importId: origin.importId, row: origin.row, tweetId: tweet.id, entityId })
  }
  if (claims.length > 0) await insertClaims(client, claims)
}

/** Locks in the order of `wanted`. Undoing an import either waits for this transaction or was committed before. */
const LOCK = `
  SELECT wanted.key, claim.import_id AS "importId", claim.row
  FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS wanted (key, tweet_id, entity_id)
  CROSS JOIN LATERAL (
    SELECT import_id, row FROM import_mention
    WHERE tweet_id = wanted.tweet_id AND entity_id = wanted.entity_id FOR UPDATE
  ) AS claim`

const RELEASE = `
  DELETE FROM import_mention AS claim USING unnest($1::uuid[], $2::uuid[]) AS used (tweet_id, entity_id)
  WHERE claim.tweet_id = used.tweet_id AND claim.entity_id = used.entity_id`

interface UsedMention {
  readonly key: string
  readonly tweetId: string
  readonly entityId: string
  readonly origin: ImportOrigin | null
}

/**
 * Keeps imported mentions that are requested again. After a call they remain even if their import is undone; another import gets a claim of
 * its own. Changes nothing if no import brought them.
 *
 * @returns Keys of the mentions that the same row of the same import brought before it was interrupted.
 * @throws LostClaimError if undoing an import or a call has removed one of the claims: read the stored mentions again.
 */
export async function takeClaims(
  pool: Pool,
  mentions: readonly DistinctMention[],
  stored: ReadonlyMap<string, StoredMention>,
): Promise<ReadonlySet<string>> {
  const used = mentions
    .flatMap(({ key, request }): readonly UsedMention[] => {
      const found = stored.get(key)
      if (found === undefined || found.importedEntityId === null) return []
      return [{ key, tweetId: found.tweet.id, entityId: found.importedEntityId, origin: request.origin ?? null }]
    })
    .sort((a, b) => (a.tweetId + a.entityId < b.tweetId + b.entityId ? -1 : 1))
  if (used.length === 0) return new Set()
  return inTransaction(pool, client => takeLocked(client, used))
}

async function takeLocked(client: PoolClient, used: readonly UsedMention[]): Promise<ReadonlySet<string>> {
  const tweetIds = uuidArray(used.map(({ tweetId }) => tweetId))
  const entityIds = uuidArray(used.map(({ entityId }) => entityId))
  const values = [textArray(used.map(({ key }) => key)), tweetIds, entityIds]
  const { rows } = await client.query<ImportOrigin & { key: string }>({
    name: 'lock import claims',
    text: LOCK,
    values,
  })
  if (new Set(rows.map(({ key }) => key)).size < used.length) throw new LostClaimError()
  const byCalls = used.filter(({ origin }) => origin === null)
  if (byCalls.length > 0) {
    await client.query(RELEASE, [byCalls.map(({ tweetId }) => tweetId), byCalls.map(({ entityId }) => entityId)])
  }
  const byImports = used.flatMap(({ tweetId, entityId, origin }) =>
    origin === null ? [] : [{ tweetId, entityId, importId: origin.importId, row: 0 }],
  )
  if (byImports.length > 0) await insertClaims(client, byImports)
  const origins = new Map(used.map(({ key, origin }) => [key, origin]))
  const isOwn = ({ key, importId, row }: ImportOrigin & { readonly key: string }) => {
    const origin = origins.get(key)
    return importId === origin?.importId && row === origin.row
  }
  return new Set(rows.filter(isOwn).map(({ key }) => key))
}
