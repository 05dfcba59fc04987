import { useCallback, useEffect, useRef } from 'react'

/** A function that schedules a refresh: one after the delay, however often the function is called meanwhile. */
export function useRefresh(refresh: () => void, delayMs: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(refresh)
  latest.current = refresh
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      latest.current()
    }, delayMs)
  }, [delayMs])
}
