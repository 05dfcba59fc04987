import type { Pool, PoolClient } from 'pg'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import { DEADLOCK, failureCode } from '../../storage/connection-failure.ts'
import { inTransaction } from '../../storage/transaction.ts'
import { MAX_ALIASES, noSuchEntity } from '../add-alias.ts'
import { lockMerging } from './lock-merging.ts'
import { moveCounts } from './move-counts.ts'
import { countMentions, type Merge, moveMentions, moveRemaining } from './move-mentions.ts'

/** The result of a merge or of its dry run. */
export interface MergeOutcome {
  /** Classifications that now belong to the other entity. */
  readonly movedCount: number
  /** Dropped classifications: the other entity has one of the same tweet by the same model version. */
  readonly droppedCount: number
}

/** Attempts that move rows while other sessions write. In later attempts, writes about the two entities wait. */
const OPTIMISTIC_ATTEMPTS = 2
/** Errors that occur if another session stores one of the tweets for the other entity, or stores tweets in another order. */
const CROSSED: ReadonlySet<string | null> = new Set(['23505', DEADLOCK])

/**
 * Moves all tweets of one entity to another and makes its names aliases, in one transaction, so that readers see all of it or nothing.
 * Other sessions go on writing while rows are moved. They wait only at the end, when the rows stored meanwhile and the counts follow. If
 * another session stores the same tweets for both entities at that moment, the merge starts again.
 */
export async function mergeEntities(pool: Pool, merge: Merge, isDryRun: boolean): Promise<Result<MergeOutcome>> {
  if (merge.fromId === merge.intoId) {
    return fail('INVALID', 'intoId must be another entity than fromId.', ['intoId'])
  }
  let attempts = 0
  for (;;) {
    try {
      return await inTransaction(pool, async client => {
        attempts += 1
        if (!isDryRun) await lockMerging(client)
        const problem = await problemOf(client, merge)
        if (problem !== null) return problem
        if (isDryRun) return succeed(await countMentions(client, merge))
        return succeed(await run(client, merge, attempts > OPTIMISTIC_ATTEMPTS))
      })
    } catch (error) {
      if (!CROSSED.has(failureCode(error)) || attempts > OPTIMISTIC_ATTEMPTS) throw error
    }
  }
}

async function run(client: PoolClient, merge: Merge, isBlocking: boolean): Promise<MergeOutcome> {
  await client.query(`SELECT set_config('pulso.moves_counts', 'on', true)`)
  if (isBlocking) await stopWritingAbout(client, merge)
  const first = await moveMentions(client, merge)
  await stopWritingAbout(client, merge)
  const last = await moveRemaining(client, merge)
  const counts = [...first.counts, ...last.counts]
  await moveCounts(client, merge, counts)
  await client.query('UPDATE entity SET alias_of_id = $2 WHERE id = $1 OR alias_of_id = $1', [
    merge.fromId,
    merge.intoId,
  ])
  return {
    movedCount: counts.reduce(
      (sum, { positive, neutral, negative, irrelevant, unreadable, unsupportedLanguage }) =>
        sum + positive + neutral + negative + irrelevant + unreadable + unsupportedLanguage,
      0,
    ),
    droppedCount: first.droppedCount + last.droppedCount,
  }
}

/** Waits for writes about the two entities, and blocks new ones until the transaction ends. Locks in the order that writers use. */
const stopWritingAbout = (client: PoolClient, { fromId, intoId }: Merge) =>
  client.query('SELECT 1 FROM entity WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [[fromId, intoId]])

/** The row for "no entity", whose key is empty, cannot be merged. */
const NAMES = `
  SELECT entity.id, (SELECT count(*)::int FROM entity AS other WHERE other.alias_of_id = entity.id) AS aliases
  FROM entity WHERE id = ANY($1::uuid[]) AND alias_of_id IS NULL AND key <> ''`

async function problemOf(client: PoolClient, { fromId, intoId }: Merge): Promise<Result<never> | null> {
  const { rows } = await client.query<{ id: string; aliases: number }>(NAMES, [[fromId, intoId]])
  for (const [field, id] of Object.entries({ fromId, intoId })) {
    if (!rows.some(row => row.id === id)) {
      return noSuchEntity(field)
    }
  }
  const aliases = rows.reduce((sum, row) => sum + row.aliases, 1)
  if (aliases <= MAX_ALIASES) return null
  return fail('TOO_MANY', `An entity can have at most ${MAX_ALIASES} aliases. The merged entity would have ${aliases}.`)
}
