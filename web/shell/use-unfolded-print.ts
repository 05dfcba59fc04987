import { useEffect } from 'react'

/** Opens folded tables while the page is printed, and folds them again. */
export function useUnfoldedPrint(): void {
  useEffect(() => {
    const print = window.matchMedia('print')
    const opened = new Set<HTMLDetailsElement>()
    const change = () => {
      if (print.matches) {
        for (const table of document.querySelectorAll<HTMLDetailsElement>('.as-table:not([open])')) {
          table.open = true
          opened.add(table)
        }
      } else {
        for (const table of opened) table.open = false
        opened.clear()
      }
    }
    print.addEventListener('change', change)
    return () => print.removeEventListener('change', change)
  }, [])
}
