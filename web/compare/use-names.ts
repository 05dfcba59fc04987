import { useAddressParams } from '../shell/use-address-params.ts'

/** The most names that the API compares. */
export const MAX_NAMES = 6

/** The names in the address, each once. */
export function useNames(): readonly [readonly string[], (names: readonly string[]) => void] {
  const [params, setParams] = useAddressParams()
  const names = [...new Set(params.getAll('names').filter(name => name.trim() !== ''))].slice(0, MAX_NAMES)
  const change = (next: readonly string[]) =>
    setParams(before => {
      const after = new URLSearchParams(before)
      after.delete('names')
      for (const name of next) after.append('names', name)
      return after
    })
  return [names, change]
}
