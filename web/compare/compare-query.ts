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
          counts { positive neutral negative irrelevant total }
          netSentiment { value low high sampleSize }
          model { version }
        }
        shareOfVoice { value low high sampleSize }
      }
      pairs {
        first { name }
        second { name }
        difference { value low high sampleSize }
        adjustedPValue
        isSignificant
      }
    }
  }
`)

export type Comparison = NonNullable<ResultOf<typeof COMPARE>['compareEntities']>
