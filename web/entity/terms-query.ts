import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const TERMS = graphql(`
  query Terms($name: String!, $range: RangeInput!) {
    entity(name: $name) {
      sentiment(range: $range) { asOf }
      positive: topTerms(range: $range, label: POSITIVE, first: 12) {
        asOf
        sampleSize
        otherSampleSize
        terms { term weight low high count otherCount }
      }
      negative: topTerms(range: $range, label: NEGATIVE, first: 12) {
        asOf
        sampleSize
        otherSampleSize
        terms { term weight low high count otherCount }
      }
    }
  }
`)

export type TopTerms = NonNullable<NonNullable<ResultOf<typeof TERMS>['entity']>['positive']>
