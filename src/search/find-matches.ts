import type { Pool } from 'pg'
import { INDEXED_AS_OF } from '../indexing/indexed-as-of.ts'
import { plainWords, SEARCH_CONFIGURATION } from '../indexing/searched-text.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { ClassificationPage, ClassificationPosition } from './classification-page.ts'
import { type Hit, lookUpMatches, type Walk, walkMatches } from './match-rows.ts'

/** In UTF-16 units. */
export const MAX_QUESTION_LENGTH = 200

/** How much a search may read; tests make it small. */
export interface SearchLimits {
  /** Rows that are looked at one by one before the words are looked up. A frequent word fills its page long before. */
  readonly firstWalk: number
  /** Tweets that are sorted at once. */
  readonly maxCandidates: number
  /** Rows that are looked at for one page at the very most. */
  readonly longestWalk: number
}

export const SEARCH_LIMITS: SearchLimits = { firstWalk: 2_000, maxCandidates: 10_000, longestWalk: 50_000 }

export interface Matches {
  /** As many as asked, or fewer; in the order of the page. */
  readonly ids: readonly string[]
  /** There may be more. */
  readonly hasNext: boolean
  /** Behind what the next page begins; null where that is the beginning. */
  readonly next: ClassificationPosition | null
  /** What was stored before is searched. */
  readonly asOf: Date
}

const READ_QUESTION = `
  SELECT numnode(websearch_to_tsquery('${SEARCH_CONFIGURATION}', $1)) = 0 AS "isEmpty", ${INDEXED_AS_OF} AS "asOf"`

/**
 * Finds a page of the classifications whose tweet has the words. The cost is bounded whatever they are: the page's own index is walked a
 * little, which suffices for frequent words; then the index of words gives every tweet of the entity, if those are few enough to be sorted;
 * else the walk goes on to its limit, and the page may be shorter than asked and still be continued.
 *
 * `INVALID` where there is no word to look for.
 */
export async function findMatches(
  pool: Pool,
  page: ClassificationPage,
  text: string,
  size: number,
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<Result<Matches>> {
  if (text.length > MAX_QUESTION_LENGTH) return refused(`at most ${MAX_QUESTION_LENGTH} characters`)
  const question = { ...page, words: plainWords(text), take: size + 1 }
  const { rows } = await pool.query<{ isEmpty: boolean; asOf: Date }>(READ_QUESTION, [question.words])
  const [{ isEmpty, asOf } = { isEmpty: true, asOf: new Date(0) }] = rows
  if (isEmpty) return refused('a word that is not as common as "the"')
  // The database refuses to compare with U+0000, which no stored text holds.
  if (page.filter.author?.includes('\0')) return succeed({ ids: [], hasNext: false, next: null, asOf })

  const walked = await walkMatches(pool, question, limits.firstWalk)
  if (walked.hits.length > size || walked.last === null) return succeed({ ...cut(walked, page, size), asOf })
  const found = await lookUpMatches(pool, question, limits.maxCandidates)
  if (found !== null) return succeed({ ...cut({ hits: found, last: null }, page, size), asOf })
  const further = { ...question, after: walked.last, take: question.take - walked.hits.length }
  const { hits, last } = await walkMatches(pool, further, limits.longestWalk - limits.firstWalk)
  return succeed({ ...cut({ hits: [...walked.hits, ...hits], last }, page, size), asOf })
}

const refused = (wanted: string) => fail('INVALID', `text must have ${wanted}.`, ['filter', 'text'])

function cut({ hits, last }: Walk, { after }: ClassificationPage, size: number): Omit<Matches, 'asOf'> {
  const ids = hits.slice(0, size).map(({ id }) => id)
  if (hits.length > size) return { ids, hasNext: true, next: size === 0 ? after : positionOf(hits[size - 1]) }
  return { ids, hasNext: last !== null, next: last }
}

const positionOf = (hit: Hit | undefined): ClassificationPosition | null =>
  hit === undefined ? null : [hit.value, hit.id]
