import { useCallback, useState, useSyncExternalStore } from 'react'
import { serverClock } from '../time/server-clock.ts'

/**
 * The end of the page's ranges, by the server's clock. It moves only on request, so that the page does not change while it is read, and once
 * if the first answer shows that the browser's clock is wrong.
 */
export function useNow(): readonly [number, () => void] {
  const [now, setNow] = useState(() => Date.now())
  const ahead = useSyncExternalStore(serverClock.subscribe, serverClock.ahead)
  return [now + ahead, useCallback(() => setNow(Date.now()), [])]
}
