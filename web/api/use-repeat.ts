import { useEffect } from 'react'
import type { Query } from './use-query.ts'

/** Reloads a query some time after each answer, as long as that is wanted. */
export function useRepeat<Data, Variables>(
  { isLoading, reload }: Query<Data, Variables>,
  delayMs: number,
  isWanted: boolean,
): void {
  useEffect(() => {
    if (!isWanted || isLoading) return
    const timer = setTimeout(reload, delayMs)
    return () => clearTimeout(timer)
  }, [isWanted, isLoading, reload, delayMs])
}
