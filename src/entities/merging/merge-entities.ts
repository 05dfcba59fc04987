import type { Pool, PoolClient } from 'pg'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import { DEADLOCK, failureCode } from '../../storage/connection-failure.ts'
import { inTransaction } from '../../storage/transaction.ts'
import { MAX_ALIASES } from '../add-alias.ts'
import { lockMerging } from './lock-merging.ts'
import { moveCounts } from './move-counts.ts'
import { countMentions, type Merge, moveMentions, moveRemaining } from './move-mentions.ts'

/** What a merge did, or would do. */
export interface MergeOutcome {
  /** Classifications that belong to the other entity now. */
  readonly moved: number
  /** Classifications that were dropped, because the other entity had one of the same tweet by the same model. */
  readonly duplicates: number
}

/** How often rows are moved while others write; after that, those who write about the two entities wait. */
const OPTIMISTIC_ATTEMPTS = 2
/** Somebody stores one of the tweets for the other entity, or several in another order than they are moved in. */
const CROSSED: ReadonlySet<string | null> = new Set(['23505', DEADLOCK])

/**
 * Makes everything that is stored about one entity be about another, and its names aliases of that, in one transaction: whoever reads
 * sees all of it or nothing. Rows are moved while others go on writing; they wait only for the end of it, in which the rows that came
 * meanwhile and the counts follow. Where others store the same tweets for both entities just then, it begins again.
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

async function run(client: PoolClient, merge: Merge, isPatienceOver: boolean): Promise<MergeOutcome> {
  await client.query(`SELECT set_config('pulso.moves_counts', 'on', true)`)
  if (isPatienceOver) await stopWritingAbout(client, merge)
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
    moved: counts.reduce((sum, { positive, neutral, negative, irrelevant }) => {
      return sum + positive + neutral + negative + irrelevant
    }, 0),
    duplicates: first.duplicates + last.duplicates,
  }
}

/** Waits for those who write about the two, and makes others wait until the transaction ends. In the order in which they lock entities. */
const stopWritingAbout = (client: PoolClient, { fromId, intoId }: Merge) =>
  client.query('SELECT 1 FROM entity WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [[fromId, intoId]])

/** The row that stands for "no entity" is none that could be merged. */
const NAMES = `
  SELECT entity.id, (SELECT count(*)::int FROM entity AS other WHERE other.alias_of_id = entity.id) AS aliases
  FROM entity WHERE id = ANY($1::uuid[]) AND alias_of_id IS NULL AND key <> ''`

async function problemOf(client: PoolClient, { fromId, intoId }: Merge): Promise<Result<never> | null> {
  const { rows } = await client.query<{ id: string; aliases: number }>(NAMES, [[fromId, intoId]])
  for (const [field, id] of Object.entries({ fromId, intoId })) {
    if (!rows.some(row => row.id === id)) {
      return fail('NOT_FOUND', 'There is no entity with this id; `entities` lists them.', [field])
    }
  }
  const aliases = rows.reduce((sum, row) => sum + row.aliases, 1)
  if (aliases <= MAX_ALIASES) return null
  return fail('TOO_MANY', `An entity may have at most ${MAX_ALIASES} aliases; together these would have ${aliases}.`)
}
