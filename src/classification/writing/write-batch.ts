import type { Pool, PoolClient } from 'pg'
import type { Mention } from '../../ml/network/classifier.ts'
import { inTransaction } from '../../storage/transaction.ts'
import { RenamedEntityError } from '../retry-reasons.ts'
import { readMentioned, writeClaims } from './import-claims.ts'
import type { MentionToWrite, ResolvedMention } from './mention-to-write.ts'
import { type ScoredPair, type WrittenPair, writeClassifications } from './write-classifications.ts'
import { type StoredEntity, writeEntities } from './write-entities.ts'
import { writeImportedLabels } from './write-imported-labels.ts'
import { writeTweets } from './write-tweets.ts'

export interface WriteContext {
  readonly pool: Pool
  readonly modelVersionId: string
  /** The summary model; null if it is the active one. */
  readonly summaryVersionId: string | null
  readonly now: Date
}

interface WrittenBatch {
  readonly written: ReadonlyMap<string, WrittenPair>
  readonly labelled: ReadonlySet<string>
}

/**
 * Writes a batch in one transaction. Each statement writes rows in the order of their keys. Batches with common tweets, entities or buckets
 * therefore wait for each other instead of deadlocking. A row that another process wrote first stays, and is returned.
 *
 * @returns The stored classifications of the mentions with scores, by key, and the keys of mentions with a new label.
 * @throws RenamedEntityError if scores are about another name than the one under which they would be stored.
 */
export async function writeBatch(
  { pool, modelVersionId, summaryVersionId, now }: WriteContext,
  mentions: readonly MentionToWrite[],
): Promise<WrittenBatch> {
  if (mentions.length === 0) return { written: new Map(), labelled: new Set() }
  return inTransaction(pool, async client => {
    const resolved = await resolveMentions(client, mentions, now)
    const imported = resolved.filter(({ mention }) => mention.request.origin !== undefined)
    const mentioned = await readMentioned(
      client,
      imported.filter(({ isNewTweet }) => !isNewTweet),
    )
    const labelled = await writeImportedLabels(client, resolved, now)
    if (summaryVersionId !== null) {
      // First, because the database rejects other versions' classifications of a mention that the summary model has not classified.
      await writeClassifications(client, pairsWith(resolved, 'summaryScores'), summaryVersionId, now)
    }
    const written = await writeClassifications(client, pairsWith(resolved, 'scores'), modelVersionId, now)
    const isBrought = ({ mention: { key } }: ResolvedMention) => written.get(key)?.isNew === true && !mentioned.has(key)
    await writeClaims(client, imported.filter(isBrought))
    return { written, labelled }
  })
}

async function resolveMentions(
  client: PoolClient,
  mentions: readonly MentionToWrite[],
  now: Date,
): Promise<readonly ResolvedMention[]> {
  const entities = await writeEntities(client, mentions, now)
  const tweets = await writeTweets(client, mentions, now)
  return mentions.map(({ mention, tweet: found, scores, summaryScores }) => {
    const tweet = tweets.byIdentity.get(mention.identity)
    const entity = entities.get(mention.request.entityKey)
    if (tweet === undefined || entity === undefined) throw new Error('A row that was just written cannot be read.')
    const isScored = scores !== null || summaryScores !== null
    if (isScored && !isAbout(mention.request, entity)) throw new RenamedEntityError()
    const isNewTweet = found === null && tweets.areOurs
    return { mention, tweet, entityId: entity.id, isNewTweet, scores, summaryScores }
  })
}

/** Whether the model read the entity under its present names. */
const isAbout = ({ entity, aliases = [] }: Mention, { name, aliases: present }: StoredEntity) =>
  (entity ?? '') === name && aliases.length === present.length && aliases.every((alias, at) => alias === present[at])

const pairsWith = (resolved: readonly ResolvedMention[], column: 'scores' | 'summaryScores'): readonly ScoredPair[] =>
  resolved.flatMap(({ mention: { key }, tweet, entityId, [column]: scores }) =>
    scores === null ? [] : [{ key, tweet, entityId, scores }],
  )
