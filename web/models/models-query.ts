import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const MODELS = graphql(`
  query Models {
    models(first: 20) {
      totalCount
      edges {
        node {
          id
          version
          role
          trainedAt
          supportedLabels
          provenance { weightsSha256 dataSha256 codeRevision seed command runtime }
          evaluations {
            dataset
            split
            labels
            rowCount
            tweetCount
            excludedRowCount
            trainedOnRowCount
            trainedFor
            epochs
            seed
            isLeaky
            leakReason
            command
            evaluatedAt
            accuracy { value low high sampleSize }
            macroPrecision { value low high sampleSize }
            macroRecall { value low high sampleSize }
            macroF1 { value low high sampleSize }
            majorityBaseline
            linearBaseline { value low high sampleSize }
            entityBlindAccuracy { value low high sampleSize }
          }
        }
      }
    }
  }
`)

export type Model = NonNullable<ResultOf<typeof MODELS>['models']>['edges'][number]['node']
export type EvaluationSummary = Model['evaluations'][number]
