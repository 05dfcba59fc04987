import { useAddressParams } from './use-address-params.ts'

/** One parameter of the address, empty if missing. A change replaces the history entry, so that going back leaves the page. */
export function useParam(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useAddressParams()
  const change = (value: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [params.get(name) ?? '', change]
}
