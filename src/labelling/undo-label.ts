import type { Pool, PoolClient } from 'pg'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { FILE_ANNOTATOR } from '../storage/file-annotator.ts'
import { inTransaction } from '../storage/transaction.ts'
import { insertLabels } from './insert-labels.ts'
import { lockMentions } from './lock-mentions.ts'
import { LABEL_COLUMNS, type LabelKey, type MentionLabel } from './mention-label.ts'
import { readRows } from './read-rows.ts'
import { standingLabels } from './standing-labels.ts'

const READ = `
  SELECT ${LABEL_COLUMNS} FROM mention_label AS given
  WHERE given.tweet_id = $1 AND given.entity_id = $2 AND given.annotator = $3 AND given.number = $4`

/** Tweets of the same draw with the same text, which were labelled together. */
const READ_TOGETHER = `
  SELECT item.tweet_id AS "tweetId" FROM label_draw_item AS own
  JOIN label_draw_item AS item ON item.draw_id = own.draw_id AND item.text_position = own.text_position
  WHERE own.draw_id = $1 AND own.tweet_id = $2`

/**
 * Withdraws a label by a new row: the annotator's label before it holds again, if there was one. Repeating it changes nothing. Returns the new
 * row. Labels that one call gave to equal texts of a draw are withdrawn together.
 */
export const undoLabel = (pool: Pool, key: LabelKey, now: Date): Promise<Result<MentionLabel>> =>
  inTransaction(pool, client => undoIn(client, key, now))

async function undoIn(client: PoolClient, key: LabelKey, now: Date): Promise<Result<MentionLabel>> {
  const { tweetId, entityId, annotator, number } = key
  const [given] = (await client.query<MentionLabel>(READ, [tweetId, entityId, annotator, number])).rows
  if (given === undefined) return fail('NOT_FOUND', 'No label has this id. `labels` lists them.', ['id'])
  if (given.annotator === FILE_ANNOTATOR) return OF_FILE
  if (given.undoes !== null) return NOTHING_TO_UNDO
  const { drawId, origin, labelledAt } = given
  const together =
    drawId === null
      ? []
      : (await client.query<{ tweetId: string }>(READ_TOGETHER, [drawId, tweetId])).rows.map(row => row.tweetId)
  const tweetIds = [...new Set([tweetId, ...together])]
  const stored = await lockMentions(client, entityId, tweetIds)
  const rowsOf = await readRows(client, { tweetIds, entityId, annotator, isAdjudication: origin === 'AGREEMENT' })
  const undone = rowsOf(tweetId).rows.find(({ undoes }) => undoes === number)
  if (undone !== undefined) return succeed(undone)
  if (standingLabels(rowsOf(tweetId).rows).at(-1)?.number !== number) return REPLACED
  const added = tweetIds
    .filter(id => stored.has(id))
    .flatMap((id): readonly MentionLabel[] => {
      const { rows, next } = rowsOf(id)
      const standing = standingLabels(rows)
      const [before, last] = [standing.at(-2), standing.at(-1)]
      const isTogether = last?.drawId === drawId && last.labelledAt?.getTime() === labelledAt?.getTime()
      if (last === undefined || !(isTogether || id === tweetId)) return []
      return [
        {
          tweetId: id,
          entityId,
          annotator,
          origin,
          number: next,
          undoes: last.number,
          label: before?.label ?? null,
          labelledAt: now,
          drawId: before?.drawId ?? null,
          inclusionProbability: before?.inclusionProbability ?? null,
        },
      ]
    })
  await insertLabels(client, added)
  const own = added.find(row => row.tweetId === tweetId)
  return own === undefined ? fail('NOT_FOUND', 'The mention of this label was removed.', ['id']) : succeed(own)
}

const OF_FILE = fail(
  'INVALID',
  'The label of a file cannot be undone here: set a label of your own, or undo the import.',
  ['id'],
)
const NOTHING_TO_UNDO = fail('INVALID', 'This row withdraws a label; set the label again instead.', ['id'])
const REPLACED = fail('CONFLICT', 'The annotator has replaced this label; undo the later one first.', ['id'])
