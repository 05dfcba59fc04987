import type { Pool } from 'pg'
import { type KeysetPage, readingDirection } from '../storage/keyset-page.ts'
import type { TimeRange } from '../time/time-range.ts'
import { LABEL_COLUMNS, type LabelOrigin, type MentionLabel } from './mention-label.ts'

export interface LabelFilter {
  readonly entityId: string | null
  readonly annotator: string | null
  readonly origin: LabelOrigin | null
  readonly reviewQueueId: string | null
  /** Whether the label differs from that of the model version; null for both. */
  readonly disagreesWithModel: boolean | null
  /** Whether annotators disagree about the mention; null for both. */
  readonly annotatorsDisagree: boolean | null
  /** True also lists rows that were replaced or withdrawn. */
  readonly withReplaced: boolean
  readonly range: Pick<TimeRange, 'from' | 'to'>
  readonly modelVersionId: string
}

/** Tweets in the order of their storage; a mention's labels by annotator and number. */
export type LabelPosition = readonly [tweetId: string, entityId: string, annotator: string, number: number]

const conditions = ({
  annotator,
  origin,
  disagreesWithModel,
  annotatorsDisagree,
  withReplaced,
  range,
}: LabelFilter) => {
  const isOfPerson = annotator !== null && annotator !== 'file'
  return [
    '($1::uuid IS NULL OR given.entity_id = $1)',
    '($2::text IS NULL OR given.annotator = $2)',
    // Spelled out, so that the planner finds the index of the labels of people among millions of imported ones.
    ...(isOfPerson || (origin !== null && origin !== 'IMPORT') ? [`given.annotator <> 'file'`] : []),
    '($3::label_origin IS NULL OR given.origin = $3)',
    '($4::uuid IS NULL OR given.draw_id = $4)',
    ...(disagreesWithModel === null && range.from === null && range.to === null
      ? []
      : [
          `EXISTS (SELECT FROM classification AS c WHERE c.tweet_id = given.tweet_id AND c.entity_id = given.entity_id
            AND c.model_version_id = $5 AND ($6::timestamptz IS NULL OR c.counted_at >= $6) AND ($7::timestamptz IS NULL OR c.counted_at < $7)
            AND ($8::boolean IS NULL OR (c.label <> given.label) = $8))`,
        ]),
    ...(annotatorsDisagree === null
      ? []
      : [
          `${annotatorsDisagree ? '' : 'NOT '}EXISTS (SELECT FROM resolved_label AS r WHERE r.tweet_id = given.tweet_id
            AND r.entity_id = given.entity_id AND r.is_disputed)`,
        ]),
    ...(withReplaced ? [] : ['given.label IS NOT NULL']),
  ]
}

const values = (filter: LabelFilter) => [
  filter.entityId,
  filter.annotator,
  filter.origin,
  filter.reviewQueueId,
  filter.modelVersionId,
  filter.range.from,
  filter.range.to,
  filter.disagreesWithModel,
]

const sourceOf = ({ withReplaced }: LabelFilter) => (withReplaced ? 'mention_label' : 'current_label')

/** Every parameter has a type, also in a statement that does not use it. */
const TYPED = '($5::uuid IS NULL OR $6::timestamptz IS NULL OR $7::timestamptz IS NULL OR $8::boolean IS NULL OR true)'

/** One page, the latest stored tweets first: its labels in reading direction, and one more if the list goes on. */
export async function listLabels(
  pool: Pool,
  filter: LabelFilter,
  page: KeysetPage<LabelPosition>,
): Promise<readonly MentionLabel[]> {
  const direction = readingDirection('desc', page)
  const beyond =
    page.start === null
      ? ''
      : ` AND (given.tweet_id, given.entity_id, given.annotator, given.number) ${direction === 'desc' ? '<' : '>'} ($10::uuid, $11::uuid, $12, $13)`
  const { rows } = await pool.query<MentionLabel>(
    `SELECT ${LABEL_COLUMNS} FROM ${sourceOf(filter)} AS given
     WHERE ${[TYPED, ...conditions(filter)].join(' AND ')}${beyond}
     ORDER BY given.tweet_id ${direction}, given.entity_id ${direction}, given.annotator ${direction}, given.number ${direction} LIMIT $9`,
    [...values(filter), page.size + 1, ...(page.start ?? [])],
  )
  return rows
}

/** The number of labels on all pages. */
export async function countLabels(pool: Pool, filter: LabelFilter): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${sourceOf(filter)} AS given WHERE ${[TYPED, ...conditions(filter)].join(' AND ')}`,
    values(filter),
  )
  return rows[0]?.count ?? 0
}

const OF_MENTION = `
  SELECT ${LABEL_COLUMNS} FROM mention_label AS given WHERE given.tweet_id = $1 AND given.entity_id = $2
  ORDER BY given.labelled_at NULLS FIRST, given.annotator, given.number LIMIT $3`

/** Every row about a mention, the first one first. */
export const listLabelsOfMention = async (pool: Pool, tweetId: string, entityId: string, most: number) =>
  (await pool.query<MentionLabel>(OF_MENTION, [tweetId, entityId, most])).rows
