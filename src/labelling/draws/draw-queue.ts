import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Label } from '../../labels.ts'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import { inTransaction } from '../../storage/transaction.ts'
import { allocateDraw, type ReviewStrategy } from './allocate-draw.ts'
import { type DrawnMention, orderItems } from './order-items.ts'
import type { Stratum } from './stratum.ts'

export interface DrawWanted {
  readonly id: string
  readonly entityId: string
  readonly modelVersionId: string
  /** The version to compare with; null for none. */
  readonly otherVersionId: string | null
  readonly strategy: ReviewStrategy
  readonly size: number
  readonly from: Date | null
  /** Not later than now, so that the population stays the same while tweets arrive. */
  readonly to: Date
  readonly now: Date
}

/**
 * The mentions of a draw with their strata. Those that were labelled for an earlier draw of the entity are left out: drawing goes on without
 * replacement. $1 entity, $2 model version, $3 the other version or null, $4 and $5 the range.
 */
const POPULATION = `
  SELECT c.tweet_id, c.label, c.is_uncertain, coalesce(other.label <> c.label, false) AS is_disputed
  FROM classification AS c LEFT JOIN classification AS other
    ON $3::uuid IS NOT NULL AND other.tweet_id = c.tweet_id AND other.entity_id = c.entity_id AND other.model_version_id = $3
  WHERE c.entity_id = $1 AND c.model_version_id = $2 AND c.unread_reason IS NULL AND c.counted_at < $5 AND ($4::timestamptz IS NULL OR c.counted_at >= $4)
    AND NOT EXISTS (
      SELECT FROM current_label AS given
      WHERE given.tweet_id = c.tweet_id AND given.entity_id = c.entity_id AND given.annotator <> 'file' AND given.draw_id IS NOT NULL)`

const COUNT = `
  SELECT label, is_uncertain AS "isUncertain", is_disputed AS "isDisputed", count(*)::int AS "populationCount"
  FROM (${POPULATION}) AS population GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

/**
 * A random order within each stratum: that of hashes of the tweets' ids with the seed $6. Only mentions below a threshold of the hash are
 * sorted. $7 to $11 describe the strata: label, isUncertain, isDisputed, threshold, number to draw.
 */
const SELECT_ITEMS = `
  SELECT chosen.tweet_id AS "tweetId", tweet.text, chosen.stratum, chosen.rank FROM (
    SELECT p.tweet_id, s.stratum::int - 1 AS stratum, s.item_count,
      (row_number() OVER (PARTITION BY s.stratum ORDER BY uuid_hash_extended(p.tweet_id, $6), p.tweet_id))::int AS rank
    FROM (${POPULATION}) AS p
    JOIN unnest($7::label[], $8::boolean[], $9::boolean[], $10::bigint[], $11::int[])
      WITH ORDINALITY AS s (label, is_uncertain, is_disputed, threshold, item_count, stratum)
      ON s.label = p.label AND s.is_uncertain = p.is_uncertain AND s.is_disputed = p.is_disputed
    WHERE uuid_hash_extended(p.tweet_id, $6) <= s.threshold
  ) AS chosen JOIN tweet ON tweet.id = chosen.tweet_id
  WHERE chosen.rank <= chosen.item_count`

const INSERT_DRAW = `
  INSERT INTO label_draw (id, entity_id, model_version_id, other_version_id, strategy, range_from, range_to, population_count, item_count,
    text_count, strata, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

const INSERT_ITEMS = `
  INSERT INTO label_draw_item (draw_id, position, tweet_id, stratum, inclusion_probability, text_position)
  SELECT $1, * FROM unnest($2::int[], $3::uuid[], $4::int[], $5::float8[], $6::int[])`

/**
 * Draws mentions for labelling and stores them in their order. The draw depends only on its id and the stored mentions. All reads are of one
 * snapshot. `CONFLICT` if no mention is left to draw.
 */
export const drawQueue = (pool: Pool, wanted: DrawWanted): Promise<Result<null>> =>
  inTransaction(pool, async client => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const counted = await countStrata(client, wanted)
    const counts = allocateDraw(counted, wanted.size, wanted.strategy)
    const strata = counted.map((stratum, index): Stratum => ({ ...stratum, itemCount: counts[index] ?? 0 }))
    if (strata.length === 0) return NOTHING_LEFT
    const seed = createHash('sha256').update(wanted.id).digest()
    const drawn = await selectItems(client, wanted, strata, seed.readBigInt64BE(0))
    const items = orderItems(drawn, counts, seededRandom(seed.readInt32BE(8)))
    const populationCount = strata.reduce((sum, stratum) => sum + stratum.populationCount, 0)
    const textCount = items.filter(({ position, textPosition }) => position === textPosition).length
    const { id, entityId, modelVersionId, otherVersionId, strategy, from, to, now } = wanted
    await client.query(INSERT_DRAW, [
      id,
      entityId,
      modelVersionId,
      otherVersionId,
      strategy,
      from,
      to,
      populationCount,
      items.length,
      textCount,
      JSON.stringify(strata),
      now,
    ])
    const probabilityOf = (index: number) => (strata[index]?.itemCount ?? 0) / (strata[index]?.populationCount ?? 1)
    await client.query(INSERT_ITEMS, [
      id,
      items.map(({ position }) => position),
      items.map(({ tweetId }) => tweetId),
      items.map(({ stratum }) => stratum),
      items.map(({ stratum }) => probabilityOf(stratum)),
      items.map(({ textPosition }) => textPosition),
    ])
    return succeed(null)
  })

const NOTHING_LEFT = fail(
  'CONFLICT',
  'Every tweet of the range is labelled for a queue already, or it has none. Choose another range, or continue one of `reviewQueues`.',
  ['range'],
)

type CountedStratum = Omit<Stratum, 'itemCount'>

async function countStrata(client: PoolClient, wanted: DrawWanted): Promise<readonly CountedStratum[]> {
  const { rows } = await client.query<CountedStratum & { label: Label }>(COUNT, populationOf(wanted))
  return rows
}

const populationOf = ({ entityId, modelVersionId, otherVersionId, from, to }: DrawWanted) => [
  entityId,
  modelVersionId,
  otherVersionId,
  from,
  to,
]

const HASHES = 2n ** 64n
const [LOWEST_HASH, HIGHEST_HASH] = [-(2n ** 63n), 2n ** 63n - 1n]

/** Six standard deviations above the number to draw: with fewer hashes below it, everything is sorted instead. */
function thresholdOf({ itemCount, populationCount }: Stratum): bigint {
  const share = (itemCount + 6 * Math.sqrt(itemCount) + 20) / populationCount
  if (share >= 1) return HIGHEST_HASH
  return LOWEST_HASH + (HASHES * BigInt(Math.ceil(share * 2 ** 40))) / 2n ** 40n
}

async function selectItems(
  client: PoolClient,
  wanted: DrawWanted,
  strata: readonly Stratum[],
  seed: bigint,
): Promise<readonly DrawnMention[]> {
  const size = strata.reduce((sum, { itemCount }) => sum + itemCount, 0)
  for (const threshold of [thresholdOf, () => HIGHEST_HASH]) {
    const { rows } = await client.query<DrawnMention>(SELECT_ITEMS, [
      ...populationOf(wanted),
      seed.toString(),
      strata.map(({ label }) => label),
      strata.map(({ isUncertain }) => isUncertain),
      strata.map(({ isDisputed }) => isDisputed),
      strata.map(stratum => threshold(stratum).toString()),
      strata.map(({ itemCount }) => itemCount),
    ])
    if (rows.length === size) return rows
  }
  throw new Error(`The strata do not have the ${size} mentions that were counted.`)
}
