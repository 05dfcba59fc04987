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
          netSentiment { value low high sampleSize }
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

/** The tweets of all time: the sample of any entity's share of voice. */
export const ALL_TIME = graphql(`
  query AllTime {
    entities(first: 1) {
      nodes { shareOfVoice { sampleSize } }
    }
  }
`)

export type OverviewEntity = NonNullable<ResultOf<typeof OVERVIEW>['entities']>['nodes'][number]
