// Apollo Client: queries by POST and GET, pages, errors, mutations, and subscriptions over the WebSocket.
import assert from 'node:assert/strict'
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { relayStylePagination } from '@apollo/client/utilities'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

export async function checkApollo(url) {
  const socket = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket })
  const http = options => new HttpLink({ uri: `${url}/graphql`, ...options })
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { entities: relayStylePagination() } } } })
  const link = ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(socket),
    http({}),
  )
  const client = new ApolloClient({ link, cache })
  const PAGE = gql`query ($after: String) { entities(first: 2, after: $after) {
    edges { cursor node { id name } } pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }`
  const first = await client.query({ query: PAGE })
  const second = await client.query({
    query: PAGE,
    variables: { after: first.data.entities.pageInfo.endCursor },
    fetchPolicy: 'network-only',
  })
  assert.equal(new Set(second.data.entities.edges.map(({ node }) => node.id)).size, 4)

  const byGet = new ApolloClient({ link: http({ useGETForQueries: true }), cache: new InMemoryCache() })
  assert.match((await byGet.query({ query: gql`{ version }` })).data.version, /^\d/)

  const partial = await client.query({
    query: gql`{ version compareEntities(names: []) { items { entity { id } } } }`,
    errorPolicy: 'all',
  })
  assert.match(partial.data.version, /^\d/)
  assert.equal(partial.error.errors[0].extensions.code, 'BAD_USER_INPUT')

  const events = []
  const subscription = client
    .subscribe({ query: gql`subscription { classified(entity: "Apollo") { id label } }` })
    .subscribe(({ data }) => events.push(data))
  const CLASSIFY = gql`mutation ($text: String!) {
    classify(input: { text: $text, entity: "Apollo" }) { classification { id } userErrors { code } } }`
  for (let count = 0; events.length === 0 && count < 100; count++) {
    const { data } = await client.mutate({ mutation: CLASSIFY, variables: { text: `I love number ${count}` } })
    assert.deepEqual(data.classify.userErrors, [])
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  assert.equal(events[0].classified.__typename, 'Classification')
  subscription.unsubscribe()
  await socket.dispose()
}
