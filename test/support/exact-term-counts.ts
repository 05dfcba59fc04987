import type { Pool } from 'pg'
import { expect } from 'vitest'
import { tweetTerms } from '../../src/indexing/tweet-terms.ts'

interface Row {
  readonly entityId: string
  readonly modelVersionId: string
  readonly day: string
  readonly label: string
  readonly tweetId: string
  readonly source: string
  readonly text: string
}

const LABELS = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT']

/** All rows that a model could read, limited to the first twenty tweets of a source. */
const ROWS = `
  SELECT c.entity_id::text AS "entityId", c.model_version_id::text AS "modelVersionId", c.counted_at::date::text AS day, c.label::text,
    t.text, t.source
  FROM (
    SELECT id, text, coalesce('x' || external_id, 't' || id::text) AS source,
      row_number() OVER (PARTITION BY coalesce('x' || external_id, 't' || id::text) ORDER BY id) AS position
    FROM tweet WHERE EXISTS (SELECT 1 FROM classification WHERE tweet_id = tweet.id)
  ) AS t JOIN classification AS c ON c.tweet_id = t.id
  WHERE t.position <= 20 AND c.unread_reason IS NULL`

const STORED = `
  SELECT entity_id::text || ' ' || model_version_id::text || ' ' || day::text AS key, term,
    sum(a)::int AS a, sum(b)::int AS b, sum(c)::int AS c, sum(d)::int AS d
  FROM term_daily CROSS JOIN LATERAL unnest(terms, positive, neutral, negative, irrelevant) AS t (term, a, b, c, d)
  GROUP BY key, term HAVING sum(a) <> 0 OR sum(b) <> 0 OR sum(c) <> 0 OR sum(d) <> 0`

/** Fails unless the stored counts equal a new count over all rows: how many sources have a term, by entity, version, day and label. */
export async function expectExactTermCounts(pool: Pool): Promise<void> {
  await pool.query(`SET timezone = 'UTC'`)
  const sources = new Map<string, Set<string>>()
  for (const row of (await pool.query<Row>(ROWS)).rows) {
    const key = `${row.entityId} ${row.modelVersionId} ${row.day}`
    for (const term of ['', ...tweetTerms(row.text)]) {
      const cell = JSON.stringify([key, term, row.label])
      sources.set(cell, (sources.get(cell) ?? new Set()).add(row.source))
    }
  }
  const counted = new Map<string, number[]>()
  const totals = new Map<string, number>()
  const add = (key: string, term: string, label: string, amount: number) => {
    const name = JSON.stringify([key, term])
    const counts = counted.get(name) ?? [0, 0, 0, 0]
    counts[LABELS.indexOf(label)] = (counts[LABELS.indexOf(label)] ?? 0) + amount
    counted.set(name, counts)
    const total = JSON.stringify([key.split(' ')[1], term])
    totals.set(total, (totals.get(total) ?? 0) + amount)
  }
  for (const [cell, { size }] of sources) {
    const [key, term, label] = JSON.parse(cell) as [string, string, string]
    add(key, term, label, size)
    if (term !== '') add(key, ' ', label, size)
  }
  const { rows: stored } = await pool.query(STORED)
  expect(
    Object.fromEntries(stored.map(({ key, term, a, b, c, d }) => [JSON.stringify([key, term]), [a, b, c, d]])),
  ).toEqual(Object.fromEntries(counted))
  const { rows: storedTotals } = await pool.query(
    'SELECT model_version_id::text AS version, term, count FROM term_total',
  )
  expect(
    Object.fromEntries(storedTotals.map(({ version, term, count }) => [JSON.stringify([version, term]), count])),
  ).toEqual(Object.fromEntries(totals))
}
