import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const ENTITY = graphql(`
  query EntityTrend(
    $name: String!
    $range: RangeInput!
    $hasBefore: Boolean!
    $trendRange: RangeInput!
    $interval: Interval!
  ) {
    entity(name: $name) {
      id
      name
      aliases
      isKnownToModel
      reliability {
        source
        isOfEntity
        accuracy { value low high sampleSize }
        evaluation { dataset split }
      }
      shareOfVoice(range: $range) { value low high sampleSize }
      sentiment(range: $range) {
        asOf
        counts { positive neutral negative irrelevant uncertain unreadable unsupportedLanguage undated total }
        netSentiment { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
        netSentimentAll { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
        model { version trainedAt }
      }
      sentimentChange(range: $range) @include(if: $hasBefore) {
        difference { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
        before { counts { total } }
      }
      trend(range: $trendRange, interval: $interval) {
        start
        end
        isPartial
        isSpike
        usualVolume
        summary {
          counts { positive neutral negative irrelevant uncertain total }
          netSentiment { value low high sampleSize basis labelledCount drawnCount sampling { value low high sampleSize } }
        }
      }
    }
  }
`)

export type EntityData = NonNullable<ResultOf<typeof ENTITY>['entity']>
