import type { ReactNode } from 'react'
import type { Query } from '../api/use-query.ts'
import './answer.css'

/** Shows the answer of a query: an outline before the first answer, the old answer paler while it reloads, and errors above it. */
export function Answer<Data>({
  query,
  lines = 6,
  knownError = null,
  isErrorHeld = false,
  children,
}: {
  readonly query: Query<Data>
  /** Approximate height of the answer, so that the page does not jump. */
  readonly lines?: number
  /** An error that is shown elsewhere on the page, and not again here. */
  readonly knownError?: string | null
  /** The page's own request is not answered yet. It usually fails with the same error, which is then shown once. */
  readonly isErrorHeld?: boolean
  readonly children: (data: Data) => ReactNode
}) {
  const { data, error, isLoading, reload } = query
  return (
    <div aria-busy={isLoading}>
      {error !== null && error !== knownError && !isErrorHeld && (
        <div className="answer-error" role="alert">
          <p>{error}</p>
          <button type="button" className="button" onClick={reload}>
            Try again
          </button>
        </div>
      )}
      {data === null ? (
        error === null && <Outline lines={lines} />
      ) : (
        <div className={isLoading ? 'fades answer-old' : 'fades'}>{children(data)}</div>
      )}
    </div>
  )
}

function Outline({ lines }: { readonly lines: number }) {
  return (
    <div className="answer-outline" role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={line} className="answer-line" />
      ))}
    </div>
  )
}
