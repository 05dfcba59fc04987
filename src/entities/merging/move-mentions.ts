import type { PoolClient } from 'pg'
import { LABELS, type Label } from '../../labels.ts'
import { longStatement } from '../../storage/long-statement.ts'

/** Which entity becomes which. */
export interface Merge {
  readonly fromId: string
  readonly intoId: string
}

/** The moved classifications of one model version in one quarter of an hour: a row of the rollup. */
export interface MovedCounts {
  readonly modelVersionId: string
  readonly bucketStart: Date
  readonly isUndated: boolean
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  readonly uncertainPositive: number
  readonly uncertainNeutral: number
  readonly uncertainNegative: number
  readonly uncertainIrrelevant: number
  readonly unreadable: number
  readonly unsupportedLanguage: number
}

export interface MovedMentions {
  readonly counts: readonly MovedCounts[]
  /** Dropped classifications: the entity that stays has its own of the same tweet by the same model version. */
  readonly droppedCount: number
}

/** Whether `into` ($2) has the row `c` of `from` ($1) as well. */
const IS_DUPLICATE = `EXISTS (
    SELECT 1 FROM classification AS kept
    WHERE kept.tweet_id = c.tweet_id AND kept.entity_id = $2 AND kept.model_version_id = c.model_version_id)`

/** $3 ids of the rows to drop from; null means all rows. */
const DROP_DUPLICATES = `
  DELETE FROM classification AS c WHERE c.entity_id = $1 AND ($3::uuid[] IS NULL OR c.id = ANY($3)) AND ${IS_DUPLICATE}`

const ofLabel = (label: Label, condition: string) =>
  `(count(*) FILTER (WHERE label = '${label}' AND unread_reason IS NULL ${condition}))::int`

const MOVED_COUNTS = [
  ...LABELS.map(label => `${ofLabel(label, '')} AS ${label.toLowerCase()}`),
  ...LABELS.map(label => `${ofLabel(label, 'AND is_uncertain')} AS "uncertain${capitalised(label)}"`),
  `(count(*) FILTER (WHERE unread_reason = 'UNREADABLE'))::int AS unreadable`,
  `(count(*) FILTER (WHERE unread_reason = 'UNSUPPORTED_LANGUAGE'))::int AS "unsupportedLanguage"`,
].join(', ')

/** Keeps the name that the model was given for the entity. */
const MOVE = `
  WITH moved AS (
    UPDATE classification AS c
    SET entity_id = $2, asked_name = coalesce(c.asked_name, (SELECT name FROM entity WHERE id = $1))
    WHERE c.entity_id = $1 AND ($3::uuid[] IS NULL OR c.id = ANY($3))
    RETURNING c.model_version_id, c.counted_at, c.label, c.is_uncertain, c.unread_reason, c.is_undated)
  SELECT model_version_id AS "modelVersionId",
    date_bin('15 minutes', counted_at, timestamptz '1970-01-01 00:00:00+00') AS "bucketStart", is_undated AS "isUndated",
    ${MOVED_COUNTS}
  FROM moved GROUP BY 1, 2, 3`

/** A file has one label of a mention. */
const DROP_DUPLICATE_LABELS = `
  DELETE FROM mention_label AS given WHERE given.entity_id = $1 AND ($3::uuid[] IS NULL OR given.tweet_id = ANY($3))
    AND given.annotator = 'file' AND EXISTS (
      SELECT 1 FROM mention_label AS kept
      WHERE kept.tweet_id = given.tweet_id AND kept.entity_id = $2 AND kept.annotator = 'file')`

const MOVE_FILE_LABELS = `
  UPDATE mention_label SET entity_id = $2
  WHERE entity_id = $1 AND annotator = 'file' AND ($3::uuid[] IS NULL OR tweet_id = ANY($3))`

/** If an annotator labelled the tweet for both entities, the moved labels come before those of the entity that stays, which hold. */
const MOVE_LABELS_OF_PEOPLE = `
  UPDATE mention_label AS moved
  SET entity_id = $2, number = moved.number - shift.by, undoes = moved.undoes - shift.by
  FROM (
    SELECT own.tweet_id, own.annotator, coalesce(max(own.number) - (
      SELECT min(kept.number) FROM mention_label AS kept
      WHERE kept.tweet_id = own.tweet_id AND kept.entity_id = $2 AND kept.annotator = own.annotator) + 1, 0) AS by
    FROM mention_label AS own
    WHERE own.entity_id = $1 AND own.annotator <> 'file' AND ($3::uuid[] IS NULL OR own.tweet_id = ANY($3))
    GROUP BY own.tweet_id, own.annotator
  ) AS shift
  WHERE moved.entity_id = $1 AND moved.tweet_id = shift.tweet_id AND moved.annotator = shift.annotator`

/** Decides the label of every mention again that people have labelled. */
const RESOLVE_LABELS = `
  WITH gone AS (DELETE FROM resolved_label WHERE entity_id = $1)
  SELECT resolve_labels(array_agg(tweet_id), array_agg(entity_id)) FROM (
    SELECT DISTINCT tweet_id, entity_id FROM mention_label WHERE entity_id = $2 AND annotator <> 'file') AS labelled`

/** If both entities have an answer about a tweet, the one about the entity that remains is kept, as its classification is. */
const DROP_DUPLICATE_CROSS_FITTED = `
  DELETE FROM cross_fitted_answer AS dropped USING cross_fitted_answer AS kept
  WHERE dropped.entity_id = $1 AND kept.entity_id = $2
    AND kept.model_version_id = dropped.model_version_id AND kept.tweet_id = dropped.tweet_id`

const MOVE_CROSS_FITTED = 'UPDATE cross_fitted_answer SET entity_id = $2 WHERE entity_id = $1'

/** A draw from the entity that becomes an alias has only a part of the other's tweets. */
const MOVE_DRAWS = 'UPDATE label_draw SET entity_id = $2, is_partial = true WHERE entity_id = $1'

/**
 * If both entities have the tweet, undoing an import may remove the mention that is left only if imports stored both: a mention without a
 * claim was stored by a call.
 */
const DROP_CLAIMS_OF_CALLS = `
  DELETE FROM import_mention AS claim USING classification AS c
  WHERE c.entity_id = $1 AND ($3::uuid[] IS NULL OR c.id = ANY($3)) AND claim.tweet_id = c.tweet_id AND claim.entity_id IN ($1, $2)
    AND EXISTS (SELECT 1 FROM classification AS kept WHERE kept.tweet_id = c.tweet_id AND kept.entity_id = $2)
    AND (NOT EXISTS (SELECT 1 FROM import_mention AS own WHERE own.tweet_id = c.tweet_id AND own.entity_id = $1)
      OR NOT EXISTS (SELECT 1 FROM import_mention AS own WHERE own.tweet_id = c.tweet_id AND own.entity_id = $2))`

const DROP_DUPLICATE_CLAIMS = `
  DELETE FROM import_mention AS claim WHERE claim.entity_id = $1 AND EXISTS (
    SELECT 1 FROM import_mention AS kept
    WHERE kept.tweet_id = claim.tweet_id AND kept.entity_id = $2 AND kept.import_id = claim.import_id)`

const MOVE_CLAIMS = 'UPDATE import_mention SET entity_id = $2 WHERE entity_id = $1'

const REMAINING = `
  SELECT ARRAY(SELECT id FROM classification WHERE entity_id = $1) AS classifications,
    ARRAY(SELECT DISTINCT tweet_id FROM mention_label WHERE entity_id = $1) AS labels`

/** Ids of the rows that are left after most were moved. Without ids, the planner would expect as many rows as before the move. */
interface Remaining {
  readonly classifications: readonly string[]
  readonly labels: readonly string[]
}

/**
 * Moves the classifications and labels of one entity that this transaction sees to another entity, and leaves the counts to
 * `moveCounts`. Throws 23505 if another session stores one of the tweets for the other entity at the same time.
 */
export const moveMentions = (client: PoolClient, merge: Merge): Promise<MovedMentions> => move(client, merge, null)

/** The same for rows that were stored since `moveMentions`. */
export async function moveRemaining(client: PoolClient, merge: Merge): Promise<MovedMentions> {
  const [remaining] = (await longStatement<Remaining>(client, REMAINING, [merge.fromId])).rows
  return move(client, merge, remaining ?? null)
}

async function move(client: PoolClient, { fromId, intoId }: Merge, rows: Remaining | null): Promise<MovedMentions> {
  const run = <T extends object>(text: string, ids: readonly string[] | null) =>
    longStatement<T>(client, text, [fromId, intoId, ids])
  const [classifications, labels] = [rows?.classifications ?? null, rows?.labels ?? null]
  await run(DROP_CLAIMS_OF_CALLS, classifications)
  const { rowCount: droppedCount } = await run(DROP_DUPLICATES, classifications)
  const { rows: counts } = await run<MovedCounts>(MOVE, classifications)
  await run(DROP_DUPLICATE_LABELS, labels)
  await run(MOVE_FILE_LABELS, labels)
  await run(MOVE_LABELS_OF_PEOPLE, labels)
  // At the end only, when nothing else labels mentions of the two entities.
  const last = rows === null ? [] : [RESOLVE_LABELS, MOVE_DRAWS]
  for (const text of [...last, DROP_DUPLICATE_CROSS_FITTED, MOVE_CROSS_FITTED, DROP_DUPLICATE_CLAIMS, MOVE_CLAIMS]) {
    await longStatement(client, text, [fromId, intoId])
  }
  return { counts, droppedCount: droppedCount ?? 0 }
}

function capitalised(label: Label): string {
  return `${label[0]}${label.slice(1).toLowerCase()}`
}

const COUNT = `
  SELECT (SELECT coalesce(sum(positive + neutral + negative + irrelevant + unreadable + unsupported_language), 0)::int
      FROM sentiment_rollup_daily WHERE entity_id = $1) AS total,
    (SELECT count(*)::int FROM classification AS c WHERE c.entity_id = $1 AND ${IS_DUPLICATE}) AS duplicate`

/** Counts what a merge would move and drop. */
export async function countMentions(client: PoolClient, { fromId, intoId }: Merge) {
  const [counted] = (await longStatement<{ total: number; duplicate: number }>(client, COUNT, [fromId, intoId])).rows
  const { total = 0, duplicate = 0 } = counted ?? {}
  return { movedCount: total - duplicate, droppedCount: duplicate }
}
