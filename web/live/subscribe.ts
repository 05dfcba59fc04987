import { print } from '@0no-co/graphql.web'
import type { TadaDocumentNode } from 'gql.tada'
import { type Client, createClient } from 'graphql-ws'

let shared: Client | null = null

/** One connection for the whole page, opened by the first subscription and closed after the last. */
function client(): Client {
  shared ??= createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    // A page that nobody looks at for a while still finds its server again.
    shouldRetry: () => true,
  })
  return shared
}

/** Calls `onNext` with whatever comes until the returned function is called. Lost connections are taken up again. */
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
      // What is live comes on top of what was asked; without it the page shows the latter.
      error: () => {},
      complete: () => {},
    },
  )
}
