import { print } from '@0no-co/graphql.web'
import { OVERVIEW } from '../../web/overview/overview-query.ts'
import { intervalFor } from '../../web/time/interval.ts'
import { rangeInput, spanOf } from '../../web/time/range.ts'
import type { Tweet } from '../tweets/tweet.ts'

const FIELDS = 'classification { id label confidence } userErrors { code message }'

/** Bodies of requests that classify and store one tweet each. */
export const classifyBodies = (next: () => Tweet, count: number): readonly string[] =>
  Array.from({ length: count }, () =>
    JSON.stringify({
      query: `mutation Classify($input: ClassifyInput!) { classify(input: $input) { ${FIELDS} } }`,
      variables: { input: next() },
    }),
  )

/** The same with this number of tweets each. */
export const batchBodies = (next: () => Tweet, count: number, size: number): readonly string[] =>
  Array.from({ length: count }, () =>
    JSON.stringify({
      query: `mutation Batch($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { ${FIELDS} } userErrors { code } } }`,
      variables: { inputs: Array.from({ length: size }, next) },
    }),
  )

/** The query of the dashboard's first page, for 32 entities over the last 30 days. */
export function overviewBody(now: number): string {
  const span = spanOf('30d', 'UTC', now)
  const range = rangeInput(span, 'UTC')
  const variables = {
    first: 32,
    range,
    orderBy: { field: 'TWEETS', direction: 'DESC' },
    hasBefore: true,
    trendRange: range,
    interval: intervalFor(span),
  }
  return JSON.stringify({ query: print(OVERVIEW), variables })
}
