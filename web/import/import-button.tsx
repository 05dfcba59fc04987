import type { TadaDocumentNode } from 'gql.tada'
import { type ReactNode, useState } from 'react'
import { ask } from '../api/ask.ts'

interface Props {
  readonly id: string
  readonly mutation: TadaDocumentNode<
    Record<string, { readonly userErrors: readonly { readonly message: string }[] } | null>,
    { id: string }
  >
  readonly onDone: () => void
  readonly children: ReactNode
}

/** Runs a mutation on an import, and shows why it failed. */
export function ImportButton({ id, mutation, onDone, children }: Props) {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const press = async () => {
    setIsBusy(true)
    setError(null)
    try {
      const answer = await ask(mutation, { id }, new AbortController().signal)
      const messages = Object.values(answer).flatMap(payload => payload?.userErrors.map(({ message }) => message) ?? [])
      if (messages.length > 0) setError(messages.join(' '))
      onDone()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      {error !== null && (
        <span className="small import-error" role="alert">
          {error}
        </span>
      )}
      <button type="button" className="button" disabled={isBusy} onClick={press}>
        {children}
      </button>
    </>
  )
}
