import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import { useQuery } from '../api/use-query.ts'
import { useRepeat } from '../api/use-repeat.ts'
import { Contributions } from '../charts/contributions.tsx'
import { HighlightedText } from '../charts/highlighted-text.tsx'
import { LabelMark } from '../charts/label-mark.tsx'
import { LABELS, type Label } from '../charts/labels.ts'
import { describeForecast } from './describe-forecast.ts'
import { type LabelAction, labelActionOf } from './key-action.ts'
import { FORECAST, NEXT, type QueueItem, UNDO_LABEL, WHY } from './label-query.ts'
import type { UnsentLabel } from './outbox.ts'
import { useOutbox } from './use-outbox.ts'

interface Props {
  readonly queueId: string
  readonly textCount: number
  readonly annotator: string
}

interface Done {
  readonly item: QueueItem
  readonly label: UnsentLabel
}

/** Fewer than these are left: more are loaded. */
const LOAD_BELOW = 5
const RETRY_MS = 3_000

/** One tweet after the other, with a key and a button for each label. */
export function QueueView({ queueId, textCount, annotator }: Props) {
  const [items, setItems] = useState<readonly QueueItem[]>([])
  const [after, setAfter] = useState(0)
  const [done, setDone] = useState<readonly Done[]>([])
  const [isExplained, setIsExplained] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const outbox = useOutbox()
  const page = useQuery(NEXT, { id: queueId, annotator, after })
  useRepeat(page, RETRY_MS, page.error !== null)
  const labelledBefore = useRef<number | null>(null)
  const seen = useRef(new Set<number>())

  // A position is shown once, also if its label is still on its way to the server.
  useEffect(() => {
    const found = page.data?.reviewQueue
    if (page.isLoading || !found) return
    labelledBefore.current ??= found.progress?.find(one => one.annotator === annotator)?.labelledCount ?? 0
    const fresh = (found.next ?? []).filter(({ position }) => !seen.current.has(position))
    for (const { position } of fresh) seen.current.add(position)
    setItems(known => [...known, ...fresh])
  }, [page.data, page.isLoading, annotator])

  const [current] = items
  const last = items.at(-1)
  const wantsMore = items.length < LOAD_BELOW && last !== undefined && last.position > after
  useEffect(() => {
    if (wantsMore && last !== undefined) setAfter(last.position)
  }, [wantsMore, last])

  const advance = () => {
    setIsExplained(false)
    setItems(([, ...rest]) => rest)
  }
  const give = (label: Label) => {
    if (current === undefined) return
    const labelledAt = new Date().toISOString()
    const given = { classificationId: current.classification.id, reviewQueueId: queueId, annotator, label } as const
    const unsent: UnsentLabel = { ...given, source: 'PAGE', labelledAt }
    outbox.add(unsent)
    setDone(before => [...before, { item: current, label: unsent }])
    advance()
  }
  const isUndoing = useRef(false)
  const undo = async () => {
    const taken = done.at(-1)
    if (taken === undefined || isUndoing.current) return
    isUndoing.current = true
    setProblem(null)
    const id = await outbox.take(taken.label)
    const failure = id === null ? null : await withdraw(id)
    isUndoing.current = false
    if (failure !== null) return setProblem(failure)
    setDone(before => before.filter(other => other !== taken))
    setItems(rest => [taken.item, ...rest])
  }
  const showSkipped = () => {
    seen.current = new Set(done.map(({ item }) => item.position))
    if (after === 0) page.reload()
    else setAfter(0)
  }
  const act = (action: LabelAction) => {
    if (action.kind === 'label') give(action.label)
    else if (action.kind === 'next') advance()
    else if (action.kind === 'undo') void undo()
    else setIsExplained(shown => !shown)
  }
  useLabelKeys(act)

  const labelled = (labelledBefore.current ?? 0) + done.length
  const isEnd = current === undefined
  const forecast = useForecast(queueId, outbox.storedCount, isEnd)
  return (
    <section className="card label-queue" aria-label="Tweets to label">
      <p className="muted" aria-live="polite">
        {Math.min(labelled, textCount)} of {textCount} labelled
        {outbox.waitingCount > 0 && `, ${outbox.waitingCount} not stored yet`}
      </p>
      <progress className="label-progress" max={textCount} value={Math.min(labelled, textCount)} aria-hidden="true" />
      {forecast !== '' && <p className="small">{forecast}</p>}
      {/* An outage fails several requests with one message. */}
      {[...new Set([problem, outbox.problem, page.error])].map(
        message =>
          message !== null && (
            <p key={message} className="import-error" role="alert">
              {message}
            </p>
          ),
      )}
      {current === undefined ? (
        <QueueEnd
          isLoading={page.isLoading}
          isUnreachable={page.error !== null}
          skippedCount={textCount - labelled}
          onSkipped={showSkipped}
        />
      ) : (
        <>
          <LabelledText item={current} isExplained={isExplained} />
          <div className="label-buttons">
            {LABELS.map((label, index) => (
              <button key={label} type="button" className="button" onClick={event => clicked(event, () => give(label))}>
                <LabelMark label={label} /> <kbd>{index + 1}</kbd>
              </button>
            ))}
          </div>
          <div className="label-buttons">
            <button type="button" className="button" onClick={event => clicked(event, advance)}>
              Skip <kbd>space</kbd>
            </button>
            <button
              type="button"
              className="button"
              onClick={event => clicked(event, () => void undo())}
              disabled={done.length === 0}
            >
              Undo <kbd>u</kbd>
            </button>
            <button
              type="button"
              className="button"
              aria-pressed={isExplained}
              onClick={event => clicked(event, () => act({ kind: 'why' }))}
            >
              Why <kbd>e</kbd>
            </button>
          </div>
        </>
      )}
    </section>
  )
}

/** Why a stored label could not be withdrawn; null if it was. */
const withdraw = (id: string): Promise<string | null> =>
  ask(UNDO_LABEL, { id }, new AbortController().signal).then(
    ({ undoLabel }) => undoLabel?.userErrors?.[0]?.message ?? null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

/** After a click with a pointer the button loses the focus: otherwise the space key would press it again for the next tweet. */
function clicked(event: MouseEvent<HTMLButtonElement>, act: () => void): void {
  if (event.detail > 0) event.currentTarget.blur()
  act()
}

interface EndProps {
  readonly isLoading: boolean
  /** The last request failed. It is sent again. */
  readonly isUnreachable: boolean
  readonly skippedCount: number
  readonly onSkipped: () => void
}

function QueueEnd({ isLoading, isUnreachable, skippedCount, onSkipped }: EndProps) {
  if (isUnreachable) return <p role="status">Waiting for the next tweets. Labels are kept in this browser meanwhile.</p>
  if (isLoading) return null
  if (skippedCount <= 0) return <p>Every tweet of this queue is labelled.</p>
  return (
    <>
      <p>Every tweet of this queue is labelled or was skipped.</p>
      <div className="label-buttons">
        <button type="button" className="button" onClick={onSkipped}>
          Show skipped tweets
        </button>
      </div>
    </>
  )
}

/** Stored labels after which a forecast is computed again. It reads every tweet of the queue's range. */
const FORECAST_EVERY = 5

/** What labelling the rest of the queue is worth, in words; empty until it is known. */
function useForecast(id: string, storedCount: number, isEnd: boolean): string {
  const query = useQuery(FORECAST, { id })
  const { reload } = query
  const step = isEnd ? -storedCount : Math.floor(storedCount / FORECAST_EVERY)
  const last = useRef(step)
  useEffect(() => {
    if (last.current !== step) reload()
    last.current = step
  }, [step, reload])
  const forecast = query.data?.reviewQueue?.forecast ?? null
  return forecast === null ? '' : describeForecast(forecast)
}

/** The explanation shows the label of the model, so that it is only shown on request. */
function LabelledText({ item, isExplained }: { readonly item: QueueItem; readonly isExplained: boolean }) {
  const { id, tweet } = item.classification
  const why = useQuery(WHY, isExplained ? { id } : null)
  const found = isExplained ? (why.data?.classification ?? null) : null
  const contributions = found?.explanation ?? []
  return (
    <div aria-live="polite">
      <p className="label-text" dir="auto">
        {found === null ? (
          tweet.text
        ) : (
          <HighlightedText text={tweet.text} label={found.label} contributions={contributions} />
        )}
      </p>
      {tweet.author !== null && <p className="muted small">{tweet.author}</p>}
      {found !== null && (
        <>
          <p className="small">
            The label of the model is <LabelMark label={found.label} />
          </p>
          <Contributions contributions={contributions} label={found.label} />
        </>
      )}
    </div>
  )
}

const FIELDS = 'input, textarea, select, [contenteditable]'

function useLabelKeys(onAction: (action: LabelAction) => void): void {
  const latest = useRef(onAction)
  latest.current = onAction
  const press = useCallback((event: KeyboardEvent) => {
    const isElsewhere = event.target instanceof Element && event.target.closest(FIELDS) !== null
    // On a button, the space key presses it.
    const isButton = event.key === ' ' && event.target instanceof HTMLButtonElement
    if (isElsewhere || isButton || event.repeat || document.querySelector('dialog[open]') !== null) return
    const action = labelActionOf(event)
    if (action === null) return
    event.preventDefault()
    latest.current(action)
  }, [])
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [press])
}
