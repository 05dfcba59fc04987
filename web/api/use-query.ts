import type { TadaDocumentNode } from 'gql.tada'
import { useCallback, useEffect, useRef, useState } from 'react'
import { askPartly } from './ask.ts'

export interface Query<Data, Variables = unknown> {
  /** The last answer. It stays until the next one arrives, or until the request for another address fails. */
  readonly data: Data | null
  /** The variables of the last answer, which may differ from the current ones. */
  readonly answered: Variables | null
  /** Why the last request failed, or why a part of its answer is missing. */
  readonly error: string | null
  /** The data does not answer the current variables, or is being reloaded. */
  readonly isLoading: boolean
  readonly reload: () => void
}

interface State<Data, Variables> extends Omit<Query<Data, Variables>, 'reload'> {
  /** The variables of the last request that ended, as text. */
  readonly settled: string | null
  /** The address for which the last answer was asked: it names the range, the filters and the entity. */
  readonly address: string | null
}

const currentAddress = () => window.location.pathname + window.location.search

const NOTHING = { data: null, answered: null, address: null } as const

/** Sends the query when the variables change. Only the answer to the latest request counts. With null, nothing is sent. */
export function useQuery<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables | null,
): Query<Data, Variables> {
  const [{ settled, isLoading, data, answered, error }, setState] = useState<State<Data, Variables>>({
    data: null,
    answered: null,
    error: null,
    isLoading: false,
    settled: null,
    address: null,
  })
  const [attempt, setAttempt] = useState(0)
  const key = JSON.stringify(variables)
  const latest = useRef(variables)
  latest.current = variables

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` represents the variables, and `attempt` a reload
  useEffect(() => {
    const sent = latest.current
    if (sent === null) {
      setState({ data: null, answered: null, error: null, isLoading: false, settled: key, address: null })
      return
    }
    const abort = new AbortController()
    const address = currentAddress()
    setState(before => ({ ...before, isLoading: true }))
    askPartly(document, sent, abort.signal).then(
      ({ data, problem }) => {
        if (!abort.signal.aborted) {
          setState({ data, answered: sent, error: problem, isLoading: false, settled: key, address })
        }
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        const message = error instanceof Error ? error.message : String(error)
        const failed = { error: message, isLoading: false, settled: key }
        // Figures of another range must not stay under the name of this one.
        setState(before => ({ ...before, ...(before.address === address ? {} : NOTHING), ...failed }))
      },
    )
    return () => abort.abort()
  }, [document, key, attempt])

  return {
    data,
    answered,
    error,
    // Also between a change of the variables and the effect that sends them.
    isLoading: isLoading || settled !== key,
    reload: useCallback(() => setAttempt(count => count + 1), []),
  }
}
