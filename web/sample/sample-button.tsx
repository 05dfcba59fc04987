import { useState } from 'react'
import { loadSample } from './load-sample.ts'

/** Fills a fresh installation with made-up tweets. */
export function SampleButton({ onLoaded }: { readonly onLoaded: () => void }) {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const load = () => {
    setIsBusy(true)
    setError(null)
    loadSample(Date.now()).then(onLoaded, (failure: unknown) => {
      setIsBusy(false)
      setError(failure instanceof Error ? failure.message : String(failure))
    })
  }
  return (
    <>
      {error !== null && <p role="alert">{error}</p>}
      <button type="button" className="button button-primary" disabled={isBusy} onClick={load}>
        {isBusy ? 'Loading the sample' : 'Load the sample'}
      </button>
    </>
  )
}
