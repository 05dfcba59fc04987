import { print } from '@0no-co/graphql.web'
import type { TadaDocumentNode } from 'gql.tada'
import { type Client, createClient } from 'graphql-ws'

let shared: Client | null = null

/** One connection for the whole page, opened by the first subscription and closed after the last. */
function client(): Client {
  shared ??= createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    // A page in the background reconnects however long the server was away.
    shouldRetry: () => true,
  })
  return shared
}

/** Calls `onNext` with each result until the returned function is called. Reconnects after a lost connection. */
export function subscribe<Data, Variables extends Record<string, unknown>>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  onNext: (data: Data) => void,
): () => void {
  return client().subscribe<Data>(
    { query: print(document), variables },
    {
      next: ({ data }) => {
        if (data !== null && data !== undefined) onNext(data)
      },
      // Without live updates, the page still shows the answers to its queries.
      error: () => {},
      complete: () => {},
    },
  )
}
