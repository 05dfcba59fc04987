import { useCallback, useState } from 'react'

/** The end of the page's ranges. It moves only on request, so that the page does not change while it is read. */
export function useNow(): readonly [number, () => void] {
  const [now, setNow] = useState(() => Date.now())
  return [now, useCallback(() => setNow(Date.now()), [])]
}
