import { print } from '@0no-co/graphql.web'
import type { TadaDocumentNode } from 'gql.tada'
import { signInNeeded } from '../session/sign-in-needed.ts'
import { serverClock } from '../time/server-clock.ts'

interface GraphqlError {
  readonly message: string
  readonly path?: readonly (string | number)[]
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly GraphqlError[]
}

/** Sends an operation to the server of this page. Throws an `Error` whose message can be shown; if aborted, what `fetch` throws. */
export async function ask<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  return (await askPartly(document, variables, signal)).data
}

/** The same, with the reason why a part of the answer is missing. Throws only if a root field is missing. */
export async function askPartly<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<{ readonly data: Data; readonly problem: string | null }> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
    signal,
  }).catch(error => {
    if (signal.aborted) throw error
    throw new Error('The server does not respond. Is it running?')
  })
  signInNeeded.learn(response.status)
  serverClock.learn(response.headers.get('date'), Date.now())
  const { data, errors = [] } = await readAnswer<Data>(response)
  const failure = errors.find(({ path }) => isMissing(data, path?.[0]))
  if (failure !== undefined) throw new Error(failure.message)
  if (data === undefined || data === null) throw new Error(`The server responded with status ${response.status}.`)
  const problem = errors.find(({ path }) => !OPTIONAL.has(path?.at(-1) ?? ''))
  return { data, problem: problem?.message ?? null }
}

/** Fields that a page can do without: their errors are not shown. */
const OPTIONAL: ReadonlySet<string | number> = new Set(['explanation'])

const isMissing = (data: unknown, field: string | number | undefined): boolean =>
  typeof data !== 'object' ||
  data === null ||
  field === undefined ||
  (Object.entries(data).find(([name]) => name === field)?.[1] ?? null) === null

async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return (await response.json()) as Answer<Data>
  } catch {
    throw new Error(`The server responded with status ${response.status} and something other than JSON.`)
  }
}
