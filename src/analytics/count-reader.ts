import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import type { LabelCounts } from './label-counts.ts'
import { type CountedSeries, type CountRequest, type Extent, readCounts, readExtents } from './read-counts.ts'

/** Series that one statement counts: a page of entities with some more beside it. What comes on top is a statement of its own. */
const MAX_SERIES = 200

/** Reads counts for many fields of one operation together. */
export interface CountReader {
  /** Same length and order as the buckets. */
  count(request: CountRequest): Promise<readonly LabelCounts[]>
  /** All of one statement and so of one snapshot, as long as they are at most 200. */
  countAll(requests: readonly CountRequest[]): Promise<readonly (readonly LabelCounts[])[]>
  /** Null where the series has no tweet. */
  extent(series: CountedSeries): Promise<Extent | null>
}

/**
 * What is asked for in one turn of the event loop is read by one statement, so that a page of a hundred entities costs as many
 * statements as one entity. Nothing is remembered: an answer is never older than its question, and a reader may live as long as the server.
 */
export function createCountReader(pool: Pool): CountReader {
  const options = { cache: false, maxBatchSize: MAX_SERIES }
  const counts = new DataLoader((requests: readonly CountRequest[]) => readCounts(pool, requests), options)
  const extents = new DataLoader((series: readonly CountedSeries[]) => readExtents(pool, series), options)
  return {
    count: request => counts.load(request),
    countAll: requests => Promise.all(requests.map(request => counts.load(request))),
    extent: series => extents.load(series),
  }
}
