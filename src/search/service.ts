import type { Pool } from 'pg'
import type { Result } from '../problem/problem.ts'
import type { ClassificationPage } from './classification-page.ts'
import { findMatches, type Matches, SEARCH_LIMITS } from './find-matches.ts'

/** Finds classifications by the words of their tweets. */
export interface Search {
  find(page: ClassificationPage, text: string, size: number): Promise<Result<Matches>>
}

export const createSearch = (pool: Pool, limits = SEARCH_LIMITS): Search => ({
  find: (page, text, size) => findMatches(pool, page, text, size, limits),
})
