import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

/** The whole page in one question. Only what is drawn is asked for, as everything below `entities` is paid for once for each of them. */
export const OVERVIEW = graphql(`
  query Overview(
    $first: Int!
    $after: String
    $search: String
    $range: RangeInput!
    $before: RangeInput!
    $hasBefore: Boolean!
    $trendRange: RangeInput!
    $interval: Interval!
  ) {
    entities(first: $first, after: $after, search: $search) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          name
          sentiment(range: $range) {
            asOf
            counts { positive neutral negative irrelevant total }
            netSentiment { value low high sampleSize }
          }
          shareOfVoice(range: $range) { value low high sampleSize }
          before: sentiment(range: $before) @include(if: $hasBefore) {
            counts { total }
            netSentiment { value low high sampleSize }
          }
          trend(range: $trendRange, interval: $interval) {
            start
            end
            isPartial
            summary { counts { total } }
          }
        }
      }
    }
    summaryModel { version }
  }
`)

export type OverviewEntity = NonNullable<ResultOf<typeof OVERVIEW>['entities']>['edges'][number]['node']
