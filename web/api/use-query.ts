import type { TadaDocumentNode } from 'gql.tada'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from './ask.ts'

export interface Query<Data, Variables = unknown> {
  /** The last answer: it stays until the next one is there. */
  readonly data: Data | null
  /** What it answers, which may no longer be what is asked. */
  readonly answered: Variables | null
  readonly error: string | null
  readonly isLoading: boolean
  readonly reload: () => void
}

/** Asks when the variables change; only the answer to the latest question counts. Null asks nothing. */
export function useQuery<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables | null,
): Query<Data, Variables> {
  const [state, setState] = useState<Omit<Query<Data, Variables>, 'reload'>>({
    data: null,
    answered: null,
    error: null,
    isLoading: true,
  })
  const [attempt, setAttempt] = useState(0)
  const key = JSON.stringify(variables)
  const latest = useRef(variables)
  latest.current = variables

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the variables, `attempt` for a wish to ask again
  useEffect(() => {
    const asked = latest.current
    if (asked === null) {
      setState({ data: null, answered: null, error: null, isLoading: false })
      return
    }
    const abort = new AbortController()
    setState(before => ({ ...before, isLoading: true }))
    ask(document, asked, abort.signal).then(
      data => {
        if (!abort.signal.aborted) setState({ data, answered: asked, error: null, isLoading: false })
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        const message = error instanceof Error ? error.message : String(error)
        setState(before => ({ ...before, error: message, isLoading: false }))
      },
    )
    return () => abort.abort()
  }, [document, key, attempt])

  return { ...state, reload: useCallback(() => setAttempt(count => count + 1), []) }
}
