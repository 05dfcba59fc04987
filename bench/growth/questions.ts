import { encodeCursor } from '../../src/graphql/cursor.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { GROWTH_DAYS, GROWTH_START, growthEntity } from './fill.ts'

export interface GrowthQuestion {
  readonly name: string
  readonly query: string
  readonly variables: Record<string, unknown>
}

const DAY_MS = 24 * 3_600_000
const START = Date.parse(GROWTH_START)
const END = START + GROWTH_DAYS * DAY_MS
const range = (from: number, to: number) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })

const PAGE = `query Page($name: String!, $after: String) { entity(name: $name) { classifications(first: 20, after: $after) {
  edges { node { id label confidence tweet { text postedAt } } } pageInfo { hasNextPage endCursor } } } }`

/**
 * Queries about the entity with the most tweets, a fifth of all: the first page, a page in the middle, and the last
 * one.
 */
export async function growthQuestions(storage: Storage): Promise<readonly GrowthQuestion[]> {
  const name = growthEntity(1)
  const year = range(START, END)
  return [
    {
      name: 'sentiment',
      query:
        'query Sentiment($name: String!, $range: RangeInput!) { entity(name: $name) { sentiment(range: $range) { counts { positive neutral negative uncertain total } netSentiment { value low high sampleSize } } } }',
      variables: { name, range: year },
    },
    {
      name: 'trend-365-days',
      query:
        'query Trend($name: String!, $range: RangeInput!) { entity(name: $name) { trend(range: $range, interval: DAY) { start end summary { counts { positive neutral negative total } netSentiment { value } } } } }',
      variables: { name, range: year },
    },
    { name: 'page-first', query: PAGE, variables: { name, after: null } },
    { name: 'page-middle', query: PAGE, variables: { name, after: await cursorAt(storage, name, 0.5) } },
    { name: 'page-deep', query: PAGE, variables: { name, after: await cursorAt(storage, name, 1) } },
    {
      name: 'overview',
      query: `query Overview($range: RangeInput!) { entities(first: 32) { edges { node { name sentiment(range: $range) {
        counts { positive neutral negative irrelevant total } netSentiment { value low high sampleSize } }
        shareOfVoice(range: $range) { value low high } trend(range: $range, interval: DAY) { start end summary { counts { total } } } } } } }`,
      variables: { range: range(END - 30 * DAY_MS, END) },
    },
    {
      name: 'by-change',
      query:
        'query ByChange($range: RangeInput!) { entities(first: 20, orderBy: { field: CHANGE, direction: DESC }, range: $range) { nodes { name } } }',
      variables: { range: range(END - 30 * DAY_MS, END) },
    },
  ]
}

/** The cursor after this share of the year, newest first; with 1, the cursor before the last 20 rows. */
async function cursorAt({ pool }: Storage, name: string, share: number): Promise<string> {
  const { rows } = await pool.query(
    `SELECT c.id, c.counted_at FROM classification AS c JOIN entity ON entity.id = c.entity_id
     WHERE entity.name = $1 AND c.model_version_id = (SELECT shown_id FROM model_selection)
       AND ($2::timestamptz IS NULL OR c.counted_at <= $2)
     ORDER BY counted_at ${share === 1 ? 'ASC, c.id ASC LIMIT 1 OFFSET 20' : 'DESC, c.id DESC LIMIT 1'}`,
    [name, share === 1 ? null : new Date(END - share * (END - START))],
  )
  return encodeCursor('TIME desc', [rows[0].counted_at.getTime(), rows[0].id])
}
