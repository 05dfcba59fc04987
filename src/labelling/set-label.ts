import type { Pool, PoolClient } from 'pg'
import type { Label } from '../labels.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { inTransaction } from '../storage/transaction.ts'
import { insertLabels } from './insert-labels.ts'
import { lockMentions } from './lock-mentions.ts'
import type { LabelOrigin, MentionKey, MentionLabel } from './mention-label.ts'
import { readRows } from './read-rows.ts'
import { standingLabels } from './standing-labels.ts'

export interface LabelToSet extends MentionKey {
  readonly label: Label
  readonly annotator: string
  readonly origin: LabelOrigin
  readonly labelledAt: Date
  /** The draw for which the mention is labelled; null if it was not drawn. */
  readonly drawId: string | null
}

export interface SetLabel {
  readonly row: MentionLabel
  /** False if the annotator's label was this one already. */
  readonly isNew: boolean
}

/** The other items of the draw with the same text: one label answers all of them. */
const READ_ITEMS = `
  SELECT item.tweet_id AS "tweetId", item.inclusion_probability AS "inclusionProbability"
  FROM label_draw_item AS own JOIN label_draw ON label_draw.id = own.draw_id
  JOIN label_draw_item AS item ON item.draw_id = own.draw_id AND item.text_position = own.text_position
  WHERE own.draw_id = $1 AND own.tweet_id = $2 AND label_draw.entity_id = $3`

interface Labelled {
  readonly tweetId: string
  readonly inclusionProbability: number | null
}

/**
 * Adds a label of an annotator. It replaces the annotator's label of the mention, and repeating it changes nothing. If it is given for a
 * draw, the items of the draw with the same text get it as well.
 */
export const setLabel = (pool: Pool, given: LabelToSet): Promise<Result<SetLabel>> =>
  inTransaction(pool, client => setIn(client, given))

async function setIn(client: PoolClient, given: LabelToSet): Promise<Result<SetLabel>> {
  const { tweetId, entityId, drawId, annotator, label, origin, labelledAt } = given
  const items = drawId === null ? [{ tweetId, inclusionProbability: null }] : await readItems(client, given, drawId)
  if (items.length === 0) return NOT_IN_QUEUE
  const tweetIds = items.map(item => item.tweetId)
  const stored = await lockMentions(client, entityId, tweetIds)
  if (!stored.has(tweetId)) return NO_MENTION
  const rowsOf = await readRows(client, { tweetIds, entityId, annotator, isAdjudication: origin === 'AGREEMENT' })
  const written = items
    .filter(item => stored.has(item.tweetId))
    .map(({ tweetId, inclusionProbability }): SetLabel => {
      const { rows, next } = rowsOf(tweetId)
      const holding = standingLabels(rows).at(-1)
      if (holding?.label === label && (drawId === null || holding.drawId === drawId)) {
        return { row: holding, isNew: false }
      }
      // A correction of a label that was given for a draw is one for this draw as well.
      const draw =
        drawId === null && holding !== undefined
          ? { drawId: holding.drawId, inclusionProbability: holding.inclusionProbability }
          : { drawId, inclusionProbability }
      const row = { tweetId, entityId, label, annotator, number: next, undoes: null, origin, labelledAt, ...draw }
      return { row, isNew: true }
    })
  await insertLabels(
    client,
    written.flatMap(({ row, isNew }) => (isNew ? [row] : [])),
  )
  const own = written.find(({ row }) => row.tweetId === tweetId)
  if (own === undefined) throw new Error('A label that was just written is missing.')
  return succeed(own)
}

const readItems = async (client: PoolClient, { tweetId, entityId }: MentionKey, drawId: string) =>
  (await client.query<Labelled>(READ_ITEMS, [drawId, tweetId, entityId])).rows

export const NO_MENTION = fail(
  'NOT_FOUND',
  'No stored mention has this tweet and entity. `Entity.classifications` lists mentions.',
)

const NOT_IN_QUEUE = fail(
  'INVALID',
  'reviewQueueId must be a queue that has this mention; omit it to label any other mention.',
  ['reviewQueueId'],
)
