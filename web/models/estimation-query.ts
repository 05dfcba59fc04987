import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

/** How far the estimates of a model hold, as its folder has it. */
export const ESTIMATION = graphql(`
  query Estimation($id: ID!) {
    node(id: $id) {
      ... on ModelVersion {
        id
        estimation {
          command
          evaluatedAt
          trainedOnRowCount
          sources { name entityCount tweetCount }
          shifts { label betweenSources betweenEntities }
          entities {
            labelled
            entityCount
            coverage
            width
            expectedWidth
            meanError
            signErrors
            labelsAlone { coverage width meanError }
          }
          comparisons { labelled pairCount coverage significant wrong }
        }
      }
    }
  }
`)

type Node = NonNullable<ResultOf<typeof ESTIMATION>['node']>
export type Estimation = NonNullable<Extract<Node, { estimation?: unknown }>['estimation']>
