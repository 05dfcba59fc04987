import { useCallback, useState } from 'react'

/** The instant that the page's ranges end at. It stands still until asked, so that nothing on the page moves while it is read. */
export function useNow(): readonly [number, () => void] {
  const [now, setNow] = useState(() => Date.now())
  return [now, useCallback(() => setNow(Date.now()), [])]
}
