import type { ResultOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'

export const TWEETS = graphql(`
  query Tweets(
    $name: String!
    $range: RangeInput!
    $filter: ClassificationFilter!
    $orderBy: ClassificationOrder!
    $after: String
  ) {
    entity(name: $name) {
      classifications(range: $range, filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
        totalCount
        minimumCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          label
          confidence
          isUncertain
          isTruncated
          unknownTokenShare
          unreadReason
          createdAt
          probabilities { positive neutral negative irrelevant }
          model { version trainedAt }
          humanLabel { label basis annotator origin annotatorCount isDisputed }
          tweet { text postedAt author importedLabel externalId }
        }
      }
    }
  }
`)

/** For one tweet at a time: the model answers once more for each word. */
export const EXPLANATION = graphql(`
  query Explanation($id: ID!) {
    classification(id: $id) {
      id
      explanation(first: 12) { term start end weight }
    }
  }
`)

type Connection = NonNullable<NonNullable<ResultOf<typeof TWEETS>['entity']>['classifications']>
export type TweetClassification = Connection['nodes'][number]
