import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

/** The whole page in one operation. Only fields that are drawn: each field below `entities` costs once for each entity. */
export const OVERVIEW = graphql(`
  query Overview(
    $first: Int!
    $after: String
    $search: String
    $orderBy: EntityOrder!
    $range: RangeInput!
    $hasBefore: Boolean!
    $trendRange: RangeInput!
    $interval: Interval!
  ) {
    entities(first: $first, after: $after, search: $search, orderBy: $orderBy, range: $range) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        name
        sentiment(range: $range) {
          asOf
          counts { positive neutral negative irrelevant total }
          netSentiment { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
        }
        shareOfVoice(range: $range) { value low high sampleSize }
        sentimentChange(range: $range) @include(if: $hasBefore) {
          difference { value low high sampleSize }
          before { counts { total } }
        }
        trend(range: $trendRange, interval: $interval) {
          start
          end
          isPartial
          summary { counts { total } }
        }
      }
    }
    summaryModel { version trainedAt }
  }
`)

/** Sums over the whole store: the sample of any entity's share of voice. */
export const STORE = graphql(`
  query Store($allTime: RangeInput!, $undated: RangeInput!) {
    entities(first: 1) {
      nodes {
        allTime: shareOfVoice(range: $allTime) { sampleSize }
        undated: shareOfVoice(range: $undated) { sampleSize }
      }
    }
  }
`)

export type OverviewEntity = NonNullable<ResultOf<typeof OVERVIEW>['entities']>['nodes'][number]
