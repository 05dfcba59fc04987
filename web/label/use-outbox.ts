import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import { SET_LABEL } from './label-query.ts'
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
  /** The id of a stored label by its classification, for undo. */
  idOf(classificationId: string): string | null
  /** Takes a label back that was not sent yet; false if it was. */
  take(label: UnsentLabel): boolean
}

/** Keeps labels in the browser until the server has stored them, and sends them again while it cannot be reached. */
export function useOutbox(): Outbox {
  const [waitingCount, setWaitingCount] = useState(() => readUnsent(localStorage).length)
  const [storedCount, setStoredCount] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const ids = useRef(new Map<string, string>())
  const sending = useRef(false)

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    try {
      for (let [label] = readUnsent(localStorage); label !== undefined; [label] = readUnsent(localStorage)) {
        const { setLabel } = await ask(SET_LABEL, { input: label }, new AbortController().signal)
        const message = setLabel?.userErrors?.[0]?.message ?? null
        if (message !== null) setProblem(message)
        if (setLabel?.label) {
          ids.current.set(label.classificationId, setLabel.label.id)
          setStoredCount(count => count + 1)
        }
        removeUnsent(localStorage, label)
        setWaitingCount(readUnsent(localStorage).length)
      }
    } catch {
      // The server cannot be reached: the timer tries again.
    } finally {
      sending.current = false
    }
  }, [])

  useEffect(() => {
    void send()
    const timer = setInterval(() => void send(), RETRY_MS)
    return () => clearInterval(timer)
  }, [send])

  return {
    waitingCount,
    storedCount,
    problem,
    idOf: classificationId => ids.current.get(classificationId) ?? null,
    add: label => {
      addUnsent(localStorage, label)
      setWaitingCount(readUnsent(localStorage).length)
      void send()
    },
    take: label => {
      const isWaiting = readUnsent(localStorage).some(other => other.labelledAt === label.labelledAt)
      removeUnsent(localStorage, label)
      setWaitingCount(readUnsent(localStorage).length)
      return isWaiting
    },
  }
}
