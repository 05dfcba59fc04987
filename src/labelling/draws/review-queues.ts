import type { Pool } from 'pg'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import type { Classification, LabelDraw } from '../../storage/generated/client/client.ts'
import { type KeysetPage, newestFirst } from '../../storage/keyset-page.ts'
import { newId } from '../../storage/new-ids.ts'
import type { Storage } from '../../storage/storage.ts'
import type { TimeRange } from '../../time/time-range.ts'
import { checkAnnotator } from '../annotator.ts'
import type { ReviewStrategy } from './allocate-draw.ts'
import { drawQueue } from './draw-queue.ts'

export const MAX_QUEUE_SIZE = 2000

interface QueueWanted {
  readonly entityId: string
  readonly modelVersionId: string
  readonly range: TimeRange
  readonly strategy: ReviewStrategy
  readonly size: number
}

/** A mention to label, as the model of the queue classified it. */
export interface QueueItem {
  readonly position: number
  readonly classification: Classification
}

export interface AnnotatorProgress {
  readonly annotator: string
  /** Different texts that the annotator has labelled. */
  readonly labelledCount: number
}

/** Random samples of mentions for labelling. */
export interface ReviewQueues {
  draw(wanted: QueueWanted): Promise<Result<LabelDraw>>
  find(id: string): Promise<LabelDraw | null>
  /** Queues of an entity, or of all; newest first, and one more if further ones follow. */
  list(entityId: string | null, page: KeysetPage<readonly [id: string]>): Promise<readonly LabelDraw[]>
  count(entityId: string | null): Promise<number>
  /** The next mentions that the annotator has not labelled for this queue, behind a position. Equal texts come once. */
  next(queue: LabelDraw, annotator: string, after: number, count: number): Promise<Result<readonly QueueItem[]>>
  progress(queueId: string): Promise<readonly AnnotatorProgress[]>
}

/** The version other than $2 that has classified most mentions of the entity $1. */
const OTHER_VERSION = `
  SELECT model_version_id AS id FROM sentiment_rollup_daily WHERE entity_id = $1 AND model_version_id <> $2
  GROUP BY 1 ORDER BY sum(positive + neutral + negative + irrelevant) DESC, 1 LIMIT 1`

/** $1 queue, $2 annotator, $3 position, $4 number. Of equal texts, the first one that is still stored. */
const NEXT = `
  SELECT item.position, c.entity_id AS "entityId", c.id
  FROM label_draw AS draw JOIN label_draw_item AS item ON item.draw_id = draw.id
  CROSS JOIN LATERAL (
    SELECT entity_id, id FROM classification
    WHERE tweet_id = item.tweet_id AND entity_id = draw.entity_id AND model_version_id = draw.model_version_id OFFSET 0
  ) AS c
  WHERE draw.id = $1 AND item.position > $3
    AND NOT EXISTS (
      SELECT FROM label_draw_item AS earlier CROSS JOIN LATERAL (
        SELECT FROM classification
        WHERE tweet_id = earlier.tweet_id AND entity_id = draw.entity_id AND model_version_id = draw.model_version_id OFFSET 0
      ) AS stored
      WHERE earlier.draw_id = $1 AND earlier.text_position = item.text_position AND earlier.position < item.position)
    AND NOT EXISTS (
      SELECT FROM current_label AS given
      WHERE given.tweet_id = item.tweet_id AND given.entity_id = draw.entity_id AND given.annotator = $2 AND given.draw_id = $1
        AND given.origin <> 'AGREEMENT')
  ORDER BY item.position LIMIT $4`

const PROGRESS = `
  SELECT given.annotator, count(DISTINCT item.text_position)::int AS "labelledCount"
  FROM label_draw AS draw JOIN label_draw_item AS item ON item.draw_id = draw.id
  JOIN current_label AS given ON given.tweet_id = item.tweet_id AND given.entity_id = draw.entity_id AND given.draw_id = draw.id
  WHERE draw.id = $1 AND given.annotator <> 'file' AND given.origin <> 'AGREEMENT'
  GROUP BY given.annotator ORDER BY 2 DESC, 1`

interface QueuesOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly now: () => Date
}

export function createReviewQueues({ storage: { pool, prisma }, now }: QueuesOptions): ReviewQueues {
  const { labelDraw, classification } = prisma
  const ofPeople = (entityId: string | null) => ({
    entityId: entityId ?? { not: null },
    strategy: { notIn: ['ALL_ROWS' as const, 'RANDOM_SAMPLE' as const] },
  })
  return {
    async draw({ entityId, modelVersionId, range, strategy, size }) {
      if (size < 1 || size > MAX_QUEUE_SIZE) {
        return fail('INVALID', `size must be from 1 to ${MAX_QUEUE_SIZE}.`, ['size'])
      }
      const entity = await prisma.entity.findFirst({ where: { id: entityId, aliasOfId: null } })
      if (entity === null) return fail('NOT_FOUND', 'No entity has this id. `entities` lists them.', ['entityId'])
      const otherVersionId = await otherVersion(pool, strategy, entityId, modelVersionId)
      if (strategy === 'DISAGREEMENT' && otherVersionId === null) return NO_OTHER_VERSION
      const at = now()
      const id = newId(at)
      const to = range.to === null || range.to > at ? at : range.to
      if (range.from !== null && range.from >= to) {
        return fail('INVALID', 'range must begin before now: tweets that do not exist yet cannot be drawn.', [
          'range',
          'from',
        ])
      }
      const wanted = { id, entityId, modelVersionId, otherVersionId, strategy, size, from: range.from, to, now: at }
      const drawn = await drawQueue(pool, wanted)
      return drawn.ok ? succeed(await labelDraw.findUniqueOrThrow({ where: { id } })) : drawn
    },
    find: id => labelDraw.findFirst({ where: { id, ...ofPeople(null) } }),
    list: (entityId, page) => {
      const { where = {}, ...order } = newestFirst(page)
      return labelDraw.findMany({ where: { ...where, ...ofPeople(entityId) }, ...order })
    },
    count: entityId => labelDraw.count({ where: ofPeople(entityId) }),
    async next({ id }, annotator, after, count) {
      const name = checkAnnotator(annotator)
      if (!name.ok) return name
      const { rows } = await pool.query<{ position: number; entityId: string; id: string }>(NEXT, [
        id,
        name.value,
        after,
        count,
      ])
      const found = await classification.findMany({
        where: { OR: rows.map(row => ({ entityId: row.entityId, id: row.id })) },
      })
      return succeed(
        rows.flatMap(row => {
          const own = found.find(one => one.id === row.id)
          return own === undefined ? [] : [{ position: row.position, classification: own }]
        }),
      )
    },
    progress: async queueId => (await pool.query<AnnotatorProgress>(PROGRESS, [queueId])).rows,
  }
}

async function otherVersion(
  pool: Pool,
  strategy: ReviewStrategy,
  entityId: string,
  modelVersionId: string,
): Promise<string | null> {
  if (strategy !== 'DISAGREEMENT' && strategy !== 'MIXED') return null
  const { rows } = await pool.query<{ id: string }>(OTHER_VERSION, [entityId, modelVersionId])
  return rows[0]?.id ?? null
}

const NO_OTHER_VERSION = fail(
  'CONFLICT',
  'No other model version has classified tweets of this entity. Reclassify them with one first, or use the strategy UNCERTAINTY.',
  ['strategy'],
)
