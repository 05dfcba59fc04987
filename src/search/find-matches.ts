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
  /** Rows that are examined one by one before the words are looked up. A frequent word fills its page long before. */
  readonly firstWalk: number
  /** Tweets that are sorted at once. */
  readonly maxCandidates: number
  /** Rows that are examined for one page at most. */
  readonly longestWalk: number
}

export const SEARCH_LIMITS: SearchLimits = { firstWalk: 2_000, maxCandidates: 10_000, longestWalk: 50_000 }

/** How a search ended. */
export interface SearchEnd {
  /** True if there may be more in reading direction. */
  readonly goesOn: boolean
  /** The next page in reading direction begins beyond it; null if that is an end of the list. */
  readonly last: ClassificationPosition | null
  /** Everything stored before this time was searched. */
  readonly asOf: Date
}

interface Matches extends SearchEnd {
  /** At most as many as the page has; in reading direction. */
  readonly ids: readonly string[]
}

const READ_QUESTION = `
  SELECT numnode(websearch_to_tsquery('${SEARCH_CONFIGURATION}', $1)) = 0 AS "isEmpty", ${INDEXED_AS_OF} AS "asOf"`

/**
 * Finds a page of the classifications whose tweet has the words. The cost is bounded for any words. First, a short stretch of the page's own
 * index is walked, which suffices for frequent words. Then the index of words gives every tweet of the entity, if they are few enough to
 * sort. Otherwise the walk continues to its limit; the page may then be short although the list continues.
 *
 * `INVALID` if there is no word to look for.
 */
export async function findMatches(
  pool: Pool,
  page: ClassificationPage,
  text: string,
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<Result<Matches>> {
  if (text.length > MAX_QUESTION_LENGTH) return refused(`at most ${MAX_QUESTION_LENGTH} characters`)
  const question = { ...page, words: plainWords(text), take: page.size + 1 }
  const { rows } = await pool.query<{ isEmpty: boolean; asOf: Date }>(READ_QUESTION, [question.words])
  const [{ isEmpty, asOf } = { isEmpty: true, asOf: new Date(0) }] = rows
  if (isEmpty) return refused('a word that is not as common as "the"')
  // The database refuses to compare with U+0000, which no stored text holds.
  if (page.filter.author?.includes('\0')) return succeed({ ids: [], goesOn: false, last: null, asOf })

  const walked = await walkMatches(pool, question, limits.firstWalk)
  if (walked.hits.length > page.size || walked.last === null) return succeed({ ...cut(walked, page), asOf })
  const found = await lookUpMatches(pool, question, limits.maxCandidates)
  if (found !== null) return succeed({ ...cut({ hits: found, last: null }, page), asOf })
  const further = { ...question, start: walked.last, take: question.take - walked.hits.length }
  const { hits, last } = await walkMatches(pool, further, limits.longestWalk - limits.firstWalk)
  return succeed({ ...cut({ hits: [...walked.hits, ...hits], last }, page), asOf })
}

const refused = (wanted: string) => fail('INVALID', `text must have ${wanted}.`, ['filter', 'text'])

function cut({ hits, last }: Walk, { size, start }: ClassificationPage): Omit<Matches, 'asOf'> {
  const ids = hits.slice(0, size).map(({ id }) => id)
  if (hits.length > size) return { ids, goesOn: true, last: size === 0 ? start : positionOf(hits[size - 1]) }
  return { ids, goesOn: last !== null, last }
}

const positionOf = (hit: Hit | undefined): ClassificationPosition | null =>
  hit === undefined ? null : [hit.value, hit.id]
