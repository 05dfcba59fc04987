import type { Pool } from 'pg'
import type { Result } from '../problem/problem.ts'
import type { ClassificationPage } from './classification-page.ts'
import { findMatches, type Matches } from './find-matches.ts'

/** Finds classifications by the words of their tweets. */
export interface Search {
  find(page: ClassificationPage, text: string): Promise<Result<Matches>>
}

export const createSearch = (pool: Pool): Search => ({
  find: (page, text) => findMatches(pool, page, text),
})
