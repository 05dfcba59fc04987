import { useEffect } from 'react'

/** Reloads a section of a page each time the page counts another refresh. Its range may be the same, because it ends with a whole minute. */
export function useFollow(refreshCount: number, reload: () => void): void {
  useEffect(() => {
    if (refreshCount > 0) reload()
  }, [refreshCount, reload])
}
