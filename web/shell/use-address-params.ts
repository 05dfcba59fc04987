import { useCallback, useMemo } from 'react'
import { navigate, useSearch } from 'wouter/use-browser-location'

type Change = (before: URLSearchParams) => URLSearchParams

/** The parameters of the address, and a function to change them. The router's own hook would decode them twice: `%2520` would be a space. */
export function useAddressParams(): readonly [
  URLSearchParams,
  (change: Change, options?: { readonly replace?: boolean }) => void,
] {
  const search = useSearch()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const setParams = useCallback((change: Change, options = {}) => {
    const next = change(new URLSearchParams(window.location.search))
    navigate(`${window.location.pathname}${next.size === 0 ? '' : `?${next}`}`, options)
  }, [])
  return [params, setParams]
}
