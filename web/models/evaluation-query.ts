import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

/** The curves and tables of a model's evaluations on one data set and split. */
export const EVALUATION = graphql(`
  query Evaluation($id: ID!, $dataset: String!, $split: EvaluationSplit!) {
    node(id: $id) {
      ... on ModelVersion {
        id
        evaluations(dataset: $dataset, split: $split) {
          labels
          evaluatedAt
          perLabel {
            label
            support
            precision { value low high sampleSize }
            recall { value low high sampleSize }
            f1 { value low high sampleSize }
          }
          confusionMatrix { actual predicted count }
          calibration {
            temperature
            expectedCalibrationError
            brier
            bins { low high count meanConfidence accuracy }
          }
          riskCoverage { threshold coverage accuracy }
          perEntity { name rowCount tweetCount accuracy { value low high sampleSize } }
        }
      }
    }
  }
`)

type Node = NonNullable<ResultOf<typeof EVALUATION>['node']>
export type EvaluationDetail = Extract<Node, { evaluations: unknown }>['evaluations'][number]
