import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const COMPARE = graphql(`
  query Compare($names: [String!]!, $range: RangeInput!, $trendRange: RangeInput!, $interval: Interval!) {
    compareEntities(names: $names, range: $range) {
      unknownNames
      items {
        entity {
          id
          name
          trend(range: $trendRange, interval: $interval) {
            start
            end
            isPartial
            summary { netSentiment { value low high sampleSize } }
          }
        }
        summary {
          asOf
          counts { positive neutral negative irrelevant undated total }
          netSentiment { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
          model { version }
        }
        shareOfVoice { value low high sampleSize }
        relevantShareOfVoice { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
      }
      pairs {
        first { name }
        second { name }
        difference { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
        adjustedPValue
        isSignificant
        neededLabelCount
      }
    }
  }
`)

/** The entities with the most tweets, to start with and to suggest. */
export const LARGEST = graphql(`
  query Largest($range: RangeInput!) {
    entities(first: 12, orderBy: { field: TWEETS, direction: DESC }, range: $range) {
      nodes { name }
    }
  }
`)

/** A query of its own, because it reads labelled tweets and resamples them: the comparison need not wait for it. */
export const COMPARE_ERRORS = graphql(`
  query CompareErrors($names: [String!]!) {
    compareEntities(names: $names) {
      items {
        entity {
          id
          reliability {
            source
            isOfEntity
            accuracy { value low high sampleSize }
          }
        }
      }
    }
  }
`)

export type Comparison = NonNullable<ResultOf<typeof COMPARE>['compareEntities']>
export type ComparedPair = Comparison['pairs'][number]
