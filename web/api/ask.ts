import { print } from '@0no-co/graphql.web'
import type { TadaDocumentNode } from 'gql.tada'

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[]
}

/** Asks this page's own server. Throws an `Error` whose message can be shown; one that was aborted throws what `fetch` throws. */
export async function ask<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
    signal,
  }).catch(error => {
    if (signal.aborted) throw error
    throw new Error('The server does not answer. Is it running?')
  })
  const answer = await readAnswer<Data>(response)
  // What only leaves a gap far down, such as words that cannot be told, does not take the rest of the answer away.
  const problem = answer.errors?.find(({ path }) => isMissing(answer.data, path?.[0]))
  if (problem !== undefined) throw new Error(problem.message)
  if (answer.data === undefined || answer.data === null) throw new Error(`The server answered ${response.status}.`)
  return answer.data
}

const isMissing = (data: unknown, field: string | number | undefined): boolean =>
  typeof data !== 'object' ||
  data === null ||
  field === undefined ||
  (Object.entries(data).find(([name]) => name === field)?.[1] ?? null) === null

async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>
  } catch {
    throw new Error(`The server answered ${response.status} with something other than JSON.`)
  }
}
