import type { ResultOf } from 'gql.tada'
import { useEffect, useState } from 'react'
import { graphql } from '../api/schema.ts'
import { decodeText } from '../charts/decode-text.ts'
import { LabelMark } from '../charts/label-mark.tsx'
import { formatShare } from '../numbers/format-number.ts'
import { ViewLink } from '../shell/view-link.tsx'
import { subscribe } from './subscribe.ts'
import './ticker.css'
import { entityPath } from '../entity-names/entity-path.ts'

const CLASSIFIED = graphql(`
  subscription Classified {
    classified {
      id
      label
      confidence
      entity { name }
      tweet { text }
    }
  }
`)

type Classified = ResultOf<typeof CLASSIFIED>['classified']

/** The latest classification, in a line that changes until it is paused. Calls `onSeen` for each. */
export function Ticker({ onSeen }: { readonly onSeen: () => void }) {
  const [latest, setLatest] = useState<Classified | null>(null)
  const [isPaused, setIsPaused] = useState(false)

  useEffect(() => {
    if (isPaused) return
    return subscribe(CLASSIFIED, {}, ({ classified }) => {
      setLatest(classified)
      onSeen()
    })
  }, [isPaused, onSeen])

  return (
    <section className="ticker" aria-label="Latest tweet">
      {latest === null ? (
        <p className="muted small">New tweets appear here</p>
      ) : (
        // Not announced by screen readers: up to five a second would drown out everything else.
        <p className="ticker-line" role="log" aria-live="off">
          <LabelMark label={latest.label} />
          {latest.entity !== null && <ViewLink to={entityPath(latest.entity.name)}>{latest.entity.name}</ViewLink>}
          <span className="ticker-text">{decodeText(latest.tweet.text).text}</span>
          <span className="muted small">{formatShare(latest.confidence)} confident</span>
        </p>
      )}
      {latest !== null && (
        <button type="button" className="ticker-pause" aria-pressed={isPaused} onClick={() => setIsPaused(!isPaused)}>
          {isPaused ? 'Resume' : 'Pause'}
        </button>
      )}
    </section>
  )
}
