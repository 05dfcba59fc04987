import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

const QUEUE = graphql(`
  fragment QueueFields on ReviewQueue {
    id
    textCount
    createdAt
    progress { annotator labelledCount }
  }
`)

export const LABELLED_ENTITY = graphql(
  `
    query LabelledEntity($name: String!) {
      entity(name: $name) { id name }
    }
  `,
)

export const QUEUES = graphql(
  `
    query Queues($entityId: ID!) {
      reviewQueues(entityId: $entityId, first: 1) { nodes { ...QueueFields } }
    }
  `,
  [QUEUE],
)

export const DRAW = graphql(
  `
    mutation Draw($entityId: ID!, $size: Int!) {
      drawReviewQueue(input: { entityId: $entityId, size: $size, strategy: MIXED }) {
        reviewQueue { ...QueueFields }
        userErrors { message }
      }
    }
  `,
  [QUEUE],
)

/** Without the labels of models and of other annotators, which would influence the person. */
export const NEXT = graphql(`
  query NextInQueue($id: ID!, $annotator: String!, $after: Int!) {
    reviewQueue(id: $id) {
      next(annotator: $annotator, first: 20, after: $after) {
        position
        classification { id tweet { text author postedAt } }
      }
      progress { annotator labelledCount }
    }
  }
`)

/** A query of its own: it is computed for longer than the next tweets are read. */
export const FORECAST = graphql(`
  query QueueForecast($id: ID!) {
    reviewQueue(id: $id) { id forecast { halfWidth expectedHalfWidth remainingCount } }
  }
`)

export const SET_LABELS = graphql(`
  mutation SetLabels($inputs: [SetLabelInput!]!) {
    setLabels(inputs: $inputs) { results { label { id } userErrors { code message } } }
  }
`)

export const UNDO_LABEL = graphql(`
  mutation UndoLabel($id: ID!) {
    undoLabel(id: $id) { userErrors { message } }
  }
`)

export const WHY = graphql(`
  query Why($id: ID!) {
    classification(id: $id) { label explanation(first: 12) { term start end weight } }
  }
`)

export type QueueItem = NonNullable<NonNullable<ResultOf<typeof NEXT>['reviewQueue']>['next']>[number]
