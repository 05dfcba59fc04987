import { useEffect } from 'react'

/** What the window, the history and a screen reader call the page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - Pulso`
  }, [title])
}
