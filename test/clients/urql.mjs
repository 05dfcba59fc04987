// urql with all its defaults, which send queries by GET, and its subscriptions by fetch, which are server-sent events.
import assert from 'node:assert/strict'
import { Client, cacheExchange, fetchExchange } from '@urql/core'

export async function checkUrql(url) {
  const client = new Client({ url: `${url}/graphql`, exchanges: [cacheExchange, fetchExchange] })
  const { data, error } = await client.query('{ entities(first: 2) { nodes { id name } } }', {}).toPromise()
  assert.equal(error, undefined)
  assert.equal(data.entities.nodes.length, 2)
  const refused = await client.query('{ nothing }', {}).toPromise()
  assert.equal(refused.error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED')
  const CLASSIFY =
    'mutation ($text: String!) { classify(input: { text: $text, entity: "urql" }) { userErrors { code } } }'

  const streaming = new Client({ url: `${url}/graphql`, exchanges: [fetchExchange], fetchSubscriptions: true })
  const events = []
  const { unsubscribe } = streaming
    .subscription('subscription { classified(entity: "urql") { tweet { text } } }', {})
    .subscribe(result => events.push(result))
  for (let count = 0; events.length === 0 && count < 100; count++) {
    const stored = await client.mutation(CLASSIFY, { text: `I love number ${count}` }).toPromise()
    assert.deepEqual(stored.data.classify.userErrors, [])
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  unsubscribe()
  assert.equal(events[0].error, undefined)
  assert.match(events[0].data.classified.tweet.text, /^I love number/)
}
