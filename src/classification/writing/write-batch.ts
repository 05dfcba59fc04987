import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../../storage/transaction.ts'
import type { StoredClassification } from '../request.ts'
import { RenamedEntityError } from '../retry-reasons.ts'
import { readMentioned, writeClaims } from './import-claims.ts'
import type { MentionToWrite, PlacedMention } from './mention-to-write.ts'
import { type ScoredPair, writeClassifications } from './write-classifications.ts'
import { writeEntities } from './write-entities.ts'
import { writeImportedLabels } from './write-imported-labels.ts'
import { writeTweets } from './write-tweets.ts'

export interface WriteContext {
  readonly pool: Pool
  readonly modelVersionId: string
  /** The version that summaries show, where it is another one. */
  readonly shownVersionId: string | null
  readonly now: Date
}

/**
 * Writes a batch in one transaction. Each statement takes its rows in the order of their key, so that batches which share tweets,
 * entities or buckets wait for each other instead of deadlocking; what another process wrote first stays, and is answered. Throws a
 * `RenamedEntityError` where scores are not about the name under which they would be stored.
 *
 * @returns what is stored for the mentions that brought scores, by key.
 */
export async function writeBatch(
  { pool, modelVersionId, shownVersionId, now }: WriteContext,
  mentions: readonly MentionToWrite[],
): Promise<ReadonlyMap<string, StoredClassification>> {
  if (mentions.length === 0) return new Map()
  return inTransaction(pool, async client => {
    const placed = await place(client, mentions, now)
    const imported = placed.filter(({ mention }) => mention.request.origin !== undefined)
    const mentioned = await readMentioned(
      client,
      imported.filter(({ isNewTweet }) => !isNewTweet),
    )
    await writeImportedLabels(client, placed)
    if (shownVersionId !== null) {
      // First, because the database takes no other version's answer to what this one has not seen.
      await writeClassifications(client, pairsWith(placed, 'shownScores'), shownVersionId, now)
    }
    const written = await writeClassifications(client, pairsWith(placed, 'scores'), modelVersionId, now)
    const isBrought = ({ mention: { key } }: PlacedMention) => written.get(key)?.isNew === true && !mentioned.has(key)
    await writeClaims(client, imported.filter(isBrought))
    return written
  })
}

async function place(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<readonly PlacedMention[]> {
  const entities = await writeEntities(client, mentions, now)
  const tweets = await writeTweets(client, mentions, now)
  return mentions.map(({ mention, tweet: found, scores, shownScores }) => {
    const tweet = tweets.placed.get(mention.identity)
    const entity = entities.get(mention.request.entityKey)
    if (tweet === undefined || entity === undefined) throw new Error('A row that was just written cannot be read.')
    const isScored = scores !== null || shownScores !== null
    if (isScored && entity.name !== (mention.request.entity ?? '')) throw new RenamedEntityError()
    const isNewTweet = found === null && tweets.areOurs
    return { mention, tweet, entityId: entity.id, isNewTweet, scores, shownScores }
  })
}

const pairsWith = (placed: readonly PlacedMention[], column: 'scores' | 'shownScores'): readonly ScoredPair[] =>
  placed.flatMap(({ mention: { key }, tweet, entityId, [column]: scores }) =>
    scores === null ? [] : [{ key, tweet, entityId, scores }],
  )
