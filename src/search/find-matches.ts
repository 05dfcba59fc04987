import type { Pool } from 'pg'
import { INDEXED_AS_OF } from '../indexing/indexed-as-of.ts'
import { plainWords, SEARCH_CONFIGURATION } from '../indexing/searched-text.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { ClassificationPage, ClassificationPosition } from './classification-page.ts'
import { type Hit, lookUpMatches, type Scan, scanMatches } from './match-rows.ts'

/** In UTF-16 units. */
export const MAX_QUERY_LENGTH = 200

/** Limits of a search; tests make them small. */
export interface SearchLimits {
  /** Rows that are scanned before the words are looked up. A frequent word fills its page with far fewer. */
  readonly firstScan: number
  /** Tweets that a lookup may find and sort. */
  readonly maxCandidates: number
  /** Rows that are scanned for one page in total. */
  readonly longestScan: number
}

export const SEARCH_LIMITS: SearchLimits = { firstScan: 2_000, maxCandidates: 10_000, longestScan: 50_000 }

/** How a search ended. */
export interface SearchEnd {
  /** More matches may follow in reading direction. */
  readonly hasMore: boolean
  /** The position after which the next page in reading direction begins; null at the end of the list. */
  readonly last: ClassificationPosition | null
  /** Everything stored before this time was searched. */
  readonly asOf: Date
}

interface Matches extends SearchEnd {
  /** In reading direction; at most the size of the page. */
  readonly ids: readonly string[]
}

const READ_QUERY = `
  SELECT numnode(websearch_to_tsquery('${SEARCH_CONFIGURATION}', $1)) = 0 AS "isEmpty", ${INDEXED_AS_OF} AS "asOf"`

/**
 * Finds a page of the classifications whose tweet has the words. The cost is bounded for any words. First it scans a short range of the page's
 * own index, which suffices for frequent words. Then it looks up the words in their index, if the entity's matching tweets are few enough to
 * sort. Otherwise it continues the scan to its limit; the page may then be short although more matches follow.
 *
 * Fails with `INVALID` if the text is too long or has no searchable word.
 */
export async function findMatches(
  pool: Pool,
  page: ClassificationPage,
  text: string,
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<Result<Matches>> {
  if (text.length > MAX_QUERY_LENGTH) return refused(`at most ${MAX_QUERY_LENGTH} characters`)
  const query = { ...page, words: plainWords(text), take: page.size + 1 }
  const { rows } = await pool.query<{ isEmpty: boolean; asOf: Date }>(READ_QUERY, [query.words])
  const [{ isEmpty, asOf } = { isEmpty: true, asOf: new Date(0) }] = rows
  if (isEmpty) return refused('a word that is not as common as "the"')
  // PostgreSQL rejects U+0000 in a parameter, and no stored text contains it.
  if (page.filter.author?.includes('\0')) return succeed({ ids: [], hasMore: false, last: null, asOf })

  const scanned = await scanMatches(pool, query, limits.firstScan)
  if (scanned.hits.length > page.size || scanned.last === null) return succeed({ ...cut(scanned, page), asOf })
  const found = await lookUpMatches(pool, query, limits.maxCandidates)
  if (found !== null) return succeed({ ...cut({ hits: found, last: null }, page), asOf })
  const further = { ...query, start: scanned.last, take: query.take - scanned.hits.length }
  const { hits, last } = await scanMatches(pool, further, limits.longestScan - limits.firstScan)
  return succeed({ ...cut({ hits: [...scanned.hits, ...hits], last }, page), asOf })
}

const refused = (wanted: string) => fail('INVALID', `text must have ${wanted}.`, ['filter', 'text'])

/** Limits the hits to the size of the page. */
function cut({ hits, last }: Scan, { size, start }: ClassificationPage): Omit<Matches, 'asOf'> {
  const ids = hits.slice(0, size).map(({ id }) => id)
  if (hits.length > size) return { ids, hasMore: true, last: size === 0 ? start : positionOf(hits[size - 1]) }
  return { ids, hasMore: last !== null, last }
}

const positionOf = (hit: Hit | undefined): ClassificationPosition | null =>
  hit === undefined ? null : [hit.value, hit.id]
