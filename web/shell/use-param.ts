import { useSearchParams } from 'wouter'

/** One parameter of the address, empty where it is not there. Typing replaces the entry in the history, so that going back leaves the page. */
export function useParam(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams()
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
