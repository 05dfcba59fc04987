import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import { SET_LABELS } from './label-query.ts'
import { addUnsent, readUnsent, removeUnsent, type UnsentLabel } from './outbox.ts'

const RETRY_MS = 3_000

export interface Outbox {
  /** Labels that wait for the server, of this and of earlier visits. */
  readonly waitingCount: number
  /** Labels that the server has stored since the page was opened. */
  readonly storedCount: number
  /** Why the server refused a label; null if it refused none. */
  readonly problem: string | null
  add(label: UnsentLabel): void
  /**
   * Takes a label back if it was not sent. Returns the id of the stored label otherwise, after the server's answer if it is on its way; null if
   * nothing is stored.
   */
  take(label: UnsentLabel): Promise<string | null>
}

/** Labels of one request. After an outage, many wait. */
const MOST_AT_ONCE = 50

const nextUnsent = () => readUnsent(localStorage).slice(0, MOST_AT_ONCE)

interface Refusal {
  readonly code: string
  readonly message: string
}

/** The server could not store it now. Other refusals are final. */
const PASSING: ReadonlySet<string> = new Set(['UNAVAILABLE', 'OVERLOADED'])

/** Keeps labels in the browser until the server has stored them, and sends them again while it cannot be reached. */
export function useOutbox(): Outbox {
  const [waitingCount, setWaitingCount] = useState(() => readUnsent(localStorage).length)
  const [storedCount, setStoredCount] = useState(0)
  const [problem, setProblem] = useState<{ readonly message: string; readonly isPassing: boolean } | null>(null)
  const ids = useRef(new Map<string, string>())
  const sending = useRef(false)
  const inFlight = useRef<{ readonly labels: readonly UnsentLabel[]; readonly answered: Promise<unknown> } | null>(null)

  /** Notes what became of one label. False if the server cannot store it now. */
  const settle = useCallback((label: UnsentLabel, id: string | null, refusal: Refusal | null) => {
    const isPassing = refusal !== null && PASSING.has(refusal.code)
    // A final refusal stays on the page.
    if (refusal !== null) setProblem({ message: refusal.message, isPassing })
    else setProblem(before => (before?.isPassing ? null : before))
    if (isPassing) return false
    if (id !== null) {
      ids.current.set(label.classificationId, id)
      setStoredCount(count => count + 1)
    }
    removeUnsent(localStorage, label)
    return true
  }, [])

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    try {
      for (let labels = nextUnsent(); labels.length > 0; labels = nextUnsent()) {
        const answer = ask(SET_LABELS, { inputs: [...labels] }, new AbortController().signal)
        inFlight.current = { labels, answered: answer.catch(() => null) }
        const results = (await answer).setLabels?.results ?? []
        const settled = results.map(({ label, userErrors: [refusal] }, index) => {
          const sent = labels[index]
          return sent === undefined || settle(sent, label?.id ?? null, refusal ?? null)
        })
        inFlight.current = null
        setWaitingCount(readUnsent(localStorage).length)
        if (settled.length === 0 || settled.includes(false)) return
      }
    } catch (error) {
      // The timer sends the labels again.
      setProblem({ message: error instanceof Error ? error.message : String(error), isPassing: true })
    } finally {
      inFlight.current = null
      sending.current = false
    }
  }, [settle])

  useEffect(() => {
    void send()
    const timer = setInterval(() => void send(), RETRY_MS)
    return () => clearInterval(timer)
  }, [send])

  return {
    waitingCount,
    storedCount,
    problem: problem?.message ?? null,
    add: label => {
      addUnsent(localStorage, label)
      setWaitingCount(readUnsent(localStorage).length)
      void send()
    },
    take: async label => {
      const isWaiting = () =>
        readUnsent(localStorage).some(
          other => other.classificationId === label.classificationId && other.labelledAt === label.labelledAt,
        )
      // It may have reached the server already.
      if (inFlight.current?.labels.some(({ labelledAt }) => labelledAt === label.labelledAt)) {
        await inFlight.current.answered
      }
      const wasWaiting = isWaiting()
      removeUnsent(localStorage, label)
      setWaitingCount(readUnsent(localStorage).length)
      return wasWaiting ? null : (ids.current.get(label.classificationId) ?? null)
    },
  }
}
