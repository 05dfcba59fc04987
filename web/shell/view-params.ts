import { PRESETS, type RangeChoice } from '../time/range.ts'
import { isZone } from '../time/zone.ts'

/** What all pages share. It is part of the address, so that a link shows the same view to everyone. */
export interface View {
  /** Null if the address does not name one, and the page may choose. */
  readonly range: RangeChoice | null
  readonly zone: string
  /** Only tweets with a time of their own, or only those without one; null for both. */
  readonly dated: boolean | null
}

const DATED = new Map([
  ['true', true],
  ['false', false],
])

const DATE = /^\d{4}-\d{2}-\d{2}$/
const isDate = (text: string | null): text is string =>
  text !== null && DATE.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** Reads an address. Invalid parameters are ignored. */
export function readView(params: URLSearchParams, ownZone: string): View {
  const zone = params.get('tz')
  const dated = DATED.get(params.get('dated') ?? '') ?? null
  return { range: readRange(params), zone: zone !== null && isZone(zone) ? zone : ownZone, dated }
}

function readRange(params: URLSearchParams): RangeChoice | null {
  const from = params.get('from')
  const to = params.get('to')
  if (isDate(from) && isDate(to) && from <= to) return { from, to }
  return PRESETS.find(preset => preset === params.get('range')) ?? null
}

/** The parameters with another view. Other parameters stay. */
export function writeView(params: URLSearchParams, view: Partial<View>): URLSearchParams {
  const next = new URLSearchParams(params)
  if (view.zone !== undefined) next.set('tz', view.zone)
  if (view.dated === null) next.delete('dated')
  else if (view.dated !== undefined) next.set('dated', String(view.dated))
  if (view.range !== undefined && view.range !== null) {
    // A chosen bar belongs to the old range.
    for (const name of ['range', 'from', 'to', 'bar']) next.delete(name)
    if (typeof view.range === 'string') next.set('range', view.range)
    else {
      next.set('from', view.range.from)
      next.set('to', view.range.to)
    }
  }
  return next
}

/** The parameters that all pages share, for a link to another page, and additional ones. */
export function sharedParams(params: URLSearchParams, more: Readonly<Record<string, string>> = {}): string {
  const kept = new URLSearchParams(
    [...params].filter(([name]) => ['range', 'from', 'to', 'tz', 'dated'].includes(name)),
  )
  for (const [name, value] of Object.entries(more)) kept.set(name, value)
  return kept.size === 0 ? '' : `?${kept}`
}
