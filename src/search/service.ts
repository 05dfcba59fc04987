import type { Pool } from 'pg'
import type { AnalyticsService } from '../analytics/service.ts'
import { type Result, succeed, underField } from '../problem/problem.ts'
import type { Classification, Prisma, PrismaClient } from '../storage/generated/client/client.ts'
import { checkLanguage } from './check-language.ts'
import { type ClassificationList, type ClassificationPage, matchesQuery, pageQueries } from './classification-page.ts'
import { countRows, type ListLength } from './count-rows.ts'
import { filteredCount } from './filtered-count.ts'
import { findMatches, type SearchEnd } from './find-matches.ts'
import { type LanguageCount, readLanguages } from './read-languages.ts'
import { readWhole } from './read-whole.ts'

/** The relations to load with each classification, such as its tweet. */
type ClassificationSelection = Pick<Prisma.ClassificationFindManyArgs, 'include'>

interface ClassificationRows {
  /** In reading direction, and one row more than the page has if the list continues. */
  readonly rows: readonly Classification[]
  /** Null without a text. A page of a search may be short although the list continues. */
  readonly end: SearchEnd | null
}

/** Lists the classifications of an entity, and finds them by the words of their tweets. */
export interface Search {
  /** Fails with `INVALID` if the filter's text is too long or has no searchable word, or its language is no code. */
  list(page: ClassificationPage, selection: ClassificationSelection): Promise<Result<ClassificationRows>>
  /** The languages of an entity's newest tweets. */
  languages(list: Omit<ClassificationList, 'filter'>): Promise<readonly LanguageCount[]>
  /** The length of a list: from the counts if they have it, otherwise by reading up to `MAX_COUNTED` rows. */
  count(list: ClassificationList): Promise<ListLength>
}

/** Rows that are read to count a list; some hundreds of milliseconds of the database's time. */
export const MAX_COUNTED = 100_000

interface SearchOptions {
  readonly pool: Pool
  readonly database: PrismaClient
  readonly analytics: Pick<AnalyticsService, 'counts'>
}

export function createSearch({ pool, database, analytics }: SearchOptions): Search {
  const { classification } = database
  return {
    async list(page, selection) {
      const { text, language } = page.filter
      const checked = checkLanguage(language)
      if (!checked.ok) return { ok: false, problem: underField(checked.problem, 'filter') }
      if (text === null) {
        const read = async () => {
          const parts = pageQueries(page).map(part => classification.findMany({ ...selection, ...part }))
          return (await Promise.all(parts)).flat()
        }
        return succeed({ rows: await readWhole(read), end: null })
      }
      const found = await findMatches(pool, page, text)
      if (!found.ok) return found
      const { ids, ...end } = found.value
      const read = async () => classification.findMany({ ...selection, ...matchesQuery(page, ids) })
      return succeed({ rows: await readWhole(read), end })
    },
    languages: list => readLanguages(pool, list),
    async count(list) {
      const { entityId, modelVersion, range, filter } = list
      const counted =
        filter.text === null && filter.author === null
          ? filteredCount(await analytics.counts({ entityId, modelVersion }, range), filter)
          : null
      if (counted !== null) return { atLeast: counted, isExact: true }
      // PostgreSQL rejects U+0000 in a parameter, and no stored text contains it.
      if (filter.author?.includes('\0') === true || !checkLanguage(filter.language).ok)
        return { atLeast: 0, isExact: true }
      return countRows(pool, list, MAX_COUNTED)
    },
  }
}
