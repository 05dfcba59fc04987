import type { Pool } from 'pg'
import { tweetKey } from '../../classification/tweet-identity.ts'
import type { MentionLabel } from '../mention-label.ts'
import { LABEL_LINE_WRITERS, type LabelFileFormat } from './label-line.ts'

export interface LabelExport {
  readonly entityId: string | null
  readonly annotator: string | null
  readonly format: LabelFileFormat
  /** Called with the number of labels written so far. */
  readonly onProgress?: (writtenCount: number) => void
}

const PAGE_SIZE = 1000

/** One page by the primary key of labels; $1 to $4 the last key of the page before. */
const READ = `
  SELECT given.tweet_id AS "tweetId", given.entity_id AS "entityId", given.annotator, given.number, given.label, given.origin,
    given.labelled_at AS "labelledAt", given.draw_id AS "drawId", given.inclusion_probability AS "inclusionProbability",
    encode(tweet.identity, 'hex') AS identity, tweet.external_id AS "externalId", tweet.text, nullif(entity.name, '') AS entity
  FROM (
    SELECT * FROM current_label
    WHERE (tweet_id, entity_id, annotator, number) > ($1::uuid, $2::uuid, $3, $4)
      AND ($5::uuid IS NULL OR entity_id = $5) AND ($6::text IS NULL OR annotator = $6)
    ORDER BY tweet_id, entity_id, annotator, number LIMIT $7
  ) AS given
  JOIN tweet ON tweet.id = given.tweet_id JOIN entity ON entity.id = given.entity_id
  ORDER BY given.tweet_id, given.entity_id, given.annotator, given.number`

interface FoundRow extends MentionLabel {
  readonly identity: string
  readonly externalId: string | null
  readonly text: string
  readonly entity: string | null
}

const FIRST = '00000000-0000-0000-0000-000000000000'

/** The current labels as a file, page by page, in constant memory. */
export async function* exportLabels(
  pool: Pool,
  { entityId, annotator, format, onProgress }: LabelExport,
): AsyncGenerator<string> {
  const { head, line, between, tail } = LABEL_LINE_WRITERS[format]
  if (head !== '') yield head
  let last: readonly unknown[] = [FIRST, FIRST, '', 0]
  for (let written = 0; ; ) {
    const { rows } = await pool.query<FoundRow>(READ, [...last, entityId, annotator, PAGE_SIZE])
    const end = rows.at(-1)
    if (end === undefined) break
    yield (written === 0 ? '' : between) + rows.map(row => line(lineOf(row))).join(between)
    written += rows.length
    onProgress?.(written)
    last = [end.tweetId, end.entityId, end.annotator, end.number]
  }
  if (tail !== '') yield tail
}

const lineOf = (row: FoundRow) => ({
  tweet_key: tweetKey(row.identity, row.text, null),
  external_id: row.externalId,
  entity: row.entity,
  text: row.text,
  label: row.label,
  annotator: row.annotator,
  origin: row.origin,
  labelled_at: row.labelledAt?.toISOString() ?? null,
  inclusion_probability: row.inclusionProbability?.toString() ?? null,
  review_queue: row.drawId,
})
