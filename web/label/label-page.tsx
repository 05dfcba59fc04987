import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { useQuery } from '../api/use-query.ts'
import { entityPath } from '../entity-names/entity-path.ts'
import { Answer } from '../shell/answer.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ViewLink } from '../shell/view-link.tsx'
import { DRAW, LABELLED_ENTITY, QUEUES } from './label-query.ts'
import { QueueView } from './queue-view.tsx'
import './label.css'

const ANNOTATOR_KEY = 'pulso-annotator'
const SIZE = 50

/** The page on which a person labels a random sample of the tweets about an entity. */
export function LabelPage({ name }: { readonly name: string }) {
  useTitle(`Label ${name}`)
  const query = useQuery(LABELLED_ENTITY, { name })
  const entity = query.data?.entity ?? null
  return (
    <>
      <nav aria-label="Breadcrumb" className="small breadcrumb">
        <ViewLink to="/">Overview</ViewLink> <span aria-hidden="true">›</span>{' '}
        <ViewLink to={entityPath(entity?.name ?? name)}>{entity?.name ?? name}</ViewLink>{' '}
        <span aria-hidden="true">›</span>
      </nav>
      <h1>Label tweets about {entity?.name ?? name}</h1>
      <Answer query={query} lines={4}>
        {data => (data.entity === null ? <p>No tweets about it yet.</p> : <Labelling entityId={data.entity.id} />)}
      </Answer>
    </>
  )
}

function Labelling({ entityId }: { readonly entityId: string }) {
  const [annotator, setAnnotator] = useState(() => localStorage.getItem(ANNOTATOR_KEY) ?? '')
  const [isStarted, setIsStarted] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const queues = useQuery(QUEUES, { entityId })
  const queue = queues.data?.reviewQueues?.nodes?.[0] ?? null
  const name = annotator.trim()

  const start = async (isNew: boolean) => {
    localStorage.setItem(ANNOTATOR_KEY, name)
    setError(null)
    if (isNew) {
      const failure = await ask(DRAW, { entityId, size: SIZE }, new AbortController().signal).then(
        ({ drawReviewQueue }) => drawReviewQueue?.userErrors?.[0]?.message ?? null,
        (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
      )
      if (failure !== null) return setError(failure)
      queues.reload()
    }
    setIsStarted(true)
  }

  if (isStarted && queue !== null && !queues.isLoading) {
    return <QueueView key={queue.id} queueId={queue.id} textCount={queue.textCount} annotator={name} />
  }
  return (
    <form
      className="card label-start"
      onSubmit={event => {
        event.preventDefault()
        void start(queue === null)
      }}
    >
      <p>
        {SIZE} tweets are drawn at random, with more of the uncertain ones. Labels correct the figures of the entity.
        You can stop at any time.
      </p>
      <label>
        Your name
        <input
          value={annotator}
          maxLength={100}
          required
          autoComplete="nickname"
          onChange={event => setAnnotator(event.target.value)}
        />
      </label>
      {error !== null && (
        <p className="import-error" role="alert">
          {error}
        </p>
      )}
      <div className="label-buttons">
        {queue !== null && (
          <button type="submit" className="button" disabled={name === ''}>
            Continue with {queue.textCount} tweets
          </button>
        )}
        <button type="button" className="button" disabled={name === ''} onClick={() => void start(true)}>
          Draw {SIZE} tweets
        </button>
      </div>
    </form>
  )
}
