import { useAddressParams } from './use-address-params.ts'
import { readView, type View, writeView } from './view-params.ts'

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The view in the address, and a function to change it. Going back undoes a change unless `replace` is set. */
export function useView(): View & { readonly change: (view: Partial<View>, replace?: boolean) => void } {
  const [params, setParams] = useAddressParams()
  return {
    ...readView(params, OWN_ZONE),
    change: (view, replace = false) => setParams(before => writeView(before, view), { replace }),
  }
}
