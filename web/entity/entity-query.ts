import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const ENTITY = graphql(`
  query EntityTrend($name: String!, $range: RangeInput!, $trendRange: RangeInput!, $interval: Interval!) {
    entity(name: $name) {
      id
      name
      sentiment(range: $range) {
        asOf
        counts { positive neutral negative irrelevant uncertain total }
        netSentiment { value low high sampleSize }
        netSentimentAll { value low high sampleSize }
        modelVersions { version }
      }
      trend(range: $trendRange, interval: $interval) {
        start
        end
        isPartial
        summary {
          counts { positive neutral negative irrelevant uncertain total }
          netSentiment { value low high sampleSize }
        }
      }
    }
  }
`)

export type EntityData = NonNullable<ResultOf<typeof ENTITY>['entity']>
