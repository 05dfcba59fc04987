import { bucketCount, type Interval } from '../time/interval.ts'
import type { Span } from '../time/range.ts'

/** The cost limit of one request, less the fields outside the list; and the largest page of the API. */
const BUDGET = 19_500
const MAX_PAGE_SIZE = 100
/** The cost of one entity without its trend, and of ten buckets of the trend. */
const ENTITY_COST = 99
const FIELDS_OF_BUCKETS = 6

/** How many entities fit into one request: fewer if each has a long trend. */
export function overviewPageSize(span: Span, interval: Interval): number {
  const buckets = bucketCount(span, interval)
  const cost = ENTITY_COST + 20 + buckets + Math.ceil(buckets / 10) * FIELDS_OF_BUCKETS
  return Math.max(1, Math.min(MAX_PAGE_SIZE, Math.floor(BUDGET / cost)))
}
