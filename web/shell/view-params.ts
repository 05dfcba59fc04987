import { PRESETS, type RangeChoice } from '../time/range.ts'
import { isZone } from '../time/zone.ts'

/** What every page shares: it stands in the address, so that a link shows what its sender saw. */
export interface View {
  /** Null where the address does not say it, and the page may choose. */
  readonly range: RangeChoice | null
  readonly zone: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const isDate = (text: string | null): text is string =>
  text !== null && DATE.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** Reads an address; whatever it says wrongly is left out, never an error. */
export function readView(params: URLSearchParams, ownZone: string): View {
  const zone = params.get('tz')
  return { range: readRange(params), zone: zone !== null && isZone(zone) ? zone : ownZone }
}

function readRange(params: URLSearchParams): RangeChoice | null {
  const from = params.get('from')
  const to = params.get('to')
  if (isDate(from) && isDate(to) && from <= to) return { from, to }
  return PRESETS.find(preset => preset === params.get('range')) ?? null
}

/** The same parameters with another view; all others stay. */
export function writeView(params: URLSearchParams, view: Partial<View>): URLSearchParams {
  const next = new URLSearchParams(params)
  if (view.zone !== undefined) next.set('tz', view.zone)
  if (view.range !== undefined && view.range !== null) {
    for (const name of ['range', 'from', 'to']) next.delete(name)
    if (typeof view.range === 'string') next.set('range', view.range)
    else {
      next.set('from', view.range.from)
      next.set('to', view.range.to)
    }
  }
  return next
}

/** Only what is shared by all pages, for a link from one to another, and what else that link says. */
export function sharedParams(params: URLSearchParams, more: Readonly<Record<string, string>> = {}): string {
  const kept = new URLSearchParams([...params].filter(([name]) => ['range', 'from', 'to', 'tz'].includes(name)))
  for (const [name, value] of Object.entries(more)) kept.set(name, value)
  return kept.size === 0 ? '' : `?${kept}`
}
