import type { Pool } from 'pg'
import { createGatheringLoader } from './gathering-loader.ts'
import type { LabelCounts } from './label-counts.ts'
import { type CountedSeries, type CountRequest, type Extent, readCounts, readExtents } from './read-counts.ts'

/** The most requests of one statement. A page is a hundred entities with three ranges each. Further requests take another statement. */
const MAX_REQUESTS = 1000

/** Reads counts for many fields of one operation together. */
export interface CountReader {
  /** Same length and order as the buckets. */
  count(request: CountRequest): Promise<readonly LabelCounts[]>
  /** From one statement and so from one snapshot. */
  countAll(requests: readonly CountRequest[]): Promise<readonly (readonly LabelCounts[])[]>
  /** Null if the series has no tweet. */
  extent(series: CountedSeries): Promise<Extent | null>
}

/**
 * One statement reads the requests of one turn of the event loop, so that a page of a hundred entities takes as many statements as one
 * entity; and one reads those that arrive while others are read. Nothing is cached: an answer is never older than its question, and a
 * reader can live as long as the server.
 */
export function createCountReader(pool: Pool): CountReader {
  const counts = createGatheringLoader((groups: readonly (readonly CountRequest[])[]) => readGroups(pool, groups))
  const extents = createGatheringLoader((series: readonly CountedSeries[]) => readExtents(pool, series))
  return {
    count: async request => (await counts.load([request]))[0] ?? [],
    countAll: requests => counts.load(requests),
    extent: series => extents.load(series),
  }
}

type Counted = readonly (readonly LabelCounts[])[]

/** Same length and order as the groups and their requests. The requests of a group are read by one statement. */
async function readGroups(pool: Pool, groups: readonly (readonly CountRequest[])[]): Promise<readonly Counted[]> {
  const answers: Counted[] = []
  while (answers.length < groups.length) {
    const chunk = firstOf(groups.slice(answers.length))
    const counted = await readCounts(pool, chunk.flat())
    let start = 0
    for (const { length } of chunk) {
      answers.push(counted.slice(start, start + length))
      start += length
    }
  }
  return answers
}

/** The first groups that one statement can count, at least one. */
function firstOf(groups: readonly (readonly CountRequest[])[]): readonly (readonly CountRequest[])[] {
  let size = 0
  const tooMany = groups.findIndex(({ length }, index) => {
    size += length
    return index > 0 && size > MAX_REQUESTS
  })
  return tooMany === -1 ? groups : groups.slice(0, tooMany)
}
