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
        unknownTokenShare
        probabilities { positive neutral negative irrelevant }
        model { version }
      }
      userErrors { message field }
    }
  }
`)

export type Prediction = NonNullable<ResultOf<typeof PREDICT>['predict']['prediction']>

/** Names to choose an entity from while typing one. */
export const ENTITY_NAMES = graphql(`
  query EntityNames($search: String!) {
    entities(first: 10, search: $search) {
      edges { node { name } }
    }
  }
`)
