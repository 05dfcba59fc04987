import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const PREDICT = graphql(`
  query Predict($text: String!, $entity: String) {
    predict(text: $text, entity: $entity) {
      prediction {
        label
        confidence
        isUncertain
        isTruncated
        unreadReason
        unknownTokenShare
        probabilities { positive neutral negative irrelevant }
        model { version trainedAt }
        explanation(first: 12) { term start end weight }
      }
      userErrors { message field }
    }
  }
`)

export type Prediction = NonNullable<NonNullable<ResultOf<typeof PREDICT>['predict']>['prediction']>
