import type { Pool } from 'pg'
import { longStatement } from '../storage/long-statement.ts'
import { queryOf, type Selection } from './selection.ts'

/** What a deletion removes, or would remove at this moment. */
export interface DeletionCounts {
  readonly tweetCount: number
  readonly mentionCount: number
  /** Mentions among them that people have labelled. */
  readonly labelCount: number
}

const COUNT = (selected: string, isOfEntity: boolean) => `
  WITH selected AS MATERIALIZED (${selected}),
  mention AS MATERIALIZED (
    SELECT DISTINCT c.tweet_id, c.entity_id FROM classification AS c JOIN selected USING (tweet_id)
    ${isOfEntity ? 'WHERE c.entity_id = $1::uuid' : ''}
  )
  SELECT (SELECT count(*) FROM mention)::int AS "mentionCount",
    (SELECT count(*) FROM mention JOIN resolved_label USING (tweet_id, entity_id))::int AS "labelCount",
    (SELECT count(*) FROM selected WHERE NOT EXISTS (
      SELECT FROM classification AS c WHERE ${isOfEntity ? 'c.entity_id <> $1::uuid' : 'false'} AND c.tweet_id = selected.tweet_id
    ))::int AS "tweetCount"`

/** Counts what a deletion would remove, and changes nothing. */
export async function countSelected(pool: Pool, selection: Selection): Promise<DeletionCounts> {
  const { text, value } = queryOf(selection)
  const { rows } = await longStatement<DeletionCounts & { [column: string]: unknown }>(
    pool,
    COUNT(text('ALL'), selection.kind === 'entity'),
    [value],
  )
  const [{ tweetCount = 0, mentionCount = 0, labelCount = 0 } = {}] = rows
  return { tweetCount, mentionCount, labelCount }
}
