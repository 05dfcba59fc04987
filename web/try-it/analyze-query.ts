import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const ANALYZE = graphql(`
  query Analyze($text: String!) {
    analyze(text: $text) {
      analysis {
        entities {
          name
          sentiment
          prediction { label confidence isUncertain unreadReason }
          occurrences { text start end label }
        }
      }
    }
  }
`)

type Analysis = NonNullable<NonNullable<ResultOf<typeof ANALYZE>['analyze']>['analysis']>
export type FoundEntity = Analysis['entities'][number]
