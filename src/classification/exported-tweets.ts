import type { Pool } from 'pg'
import { textArray, uuidArray } from '../storage/binary-arrays.ts'
import type { CheckedRequest } from './check-request.ts'
import { tweetKey } from './tweet-identity.ts'

/** A lateral subquery for each table, so that every row takes one look-up in an index. */
const FIND = `
  SELECT wanted.position::int, encode(t.identity, 'hex') AS identity, t.text
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS wanted (id, entity_key, position)
  JOIN entity e ON e.key = wanted.entity_key
  CROSS JOIN LATERAL (
    SELECT tweet_id FROM classification WHERE entity_id = coalesce(e.alias_of_id, e.id) AND id = wanted.id LIMIT 1
  ) AS c
  JOIN tweet t ON t.id = c.tweet_id`

/**
 * Adds the key of the tweet to rows of exports that lack it, if this database has exported them: exports of earlier releases name only the
 * classification. Same length and order as the requests.
 */
export async function withExportedTweets(
  pool: Pool,
  requests: readonly CheckedRequest[],
): Promise<readonly CheckedRequest[]> {
  const unnamed = requests.flatMap((request, index) => {
    const { source } = request
    const isNamed = source.kind !== 'exported' || source.tweetKey !== null
    return isNamed || source.classificationId === null ? [] : [{ request, source, index, id: source.classificationId }]
  })
  if (unnamed.length === 0) return requests
  const { rows } = await pool.query<{ position: number; identity: string; text: string }>({
    name: 'find exported tweets',
    text: FIND,
    values: [uuidArray(unnamed.map(({ id }) => id)), textArray(unnamed.map(({ request }) => request.entityKey))],
  })
  const named = [...requests]
  for (const { position, identity, text } of rows) {
    const found = unnamed[position - 1]
    if (found === undefined) continue
    const { request, source, index } = found
    named[index] = { ...request, source: { ...source, tweetKey: tweetKey(identity, text, null) } }
  }
  return named
}
