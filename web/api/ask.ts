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
  const problem = answer.errors?.find(({ path }) => !OPTIONAL.has(path?.at(-1) ?? ''))
  if (problem !== undefined) throw new Error(problem.message)
  if (answer.data === undefined || answer.data === null) throw new Error(`The server answered ${response.status}.`)
  return answer.data
}

/** Fields that a page can do without: their errors do not hide the rest of the answer. */
const OPTIONAL: ReadonlySet<string | number> = new Set(['explanation'])

async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>
  } catch {
    throw new Error(`The server answered ${response.status} with something other than JSON.`)
  }
}
