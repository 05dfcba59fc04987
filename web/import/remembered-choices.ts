import type { Choices } from './import-input.ts'
import { FIELDS, type Field, isOfObjects, type Upload } from './send-file.ts'

const KEY = 'pulso-imports'
/** The oldest are forgotten. */
const MOST = 40

/** Choices that fit another file with the same header. */
export type Remembered = Pick<Choices, 'fields' | 'timezone' | 'timeFormat' | 'labels'>

/** Files are of one kind if their columns have the same names in the same order. Null for a file without names. */
const kindOf = (upload: Upload): string | null =>
  upload.hasHeader || isOfObjects(upload)
    ? JSON.stringify([isOfObjects(upload), upload.columns.map(({ name }) => name)])
    : null

/** The choices of the last import of such a file; null if there was none, or if the browser stores nothing. */
export function rememberedFor(upload: Upload): Remembered | null {
  const kind = kindOf(upload)
  const found = kind === null ? undefined : read().find(([known]) => known === kind)?.[1]
  return found?.fields.length === upload.columns.length ? found : null
}

/** Whether the first row, which was taken for a tweet, is the header of such a file. */
export function isRememberedHeader(upload: Upload): boolean {
  const { hasHeader, columns, sampleRows } = upload
  const [first] = sampleRows
  if (hasHeader || isOfObjects(upload) || first === undefined || first.length !== columns.length) return false
  const kind = JSON.stringify([false, first])
  return read().some(([known]) => known === kind)
}

export function remember(upload: Upload, { fields, timezone, timeFormat, labels }: Choices): void {
  const kind = kindOf(upload)
  if (kind === null) return
  const others = read().filter(([known]) => known !== kind)
  const kept = [[kind, { fields, timezone, timeFormat, labels }], ...others].slice(0, MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // A browser that stores nothing asks again next time.
  }
}

function read(): readonly (readonly [string, Remembered])[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEntry) : []
  } catch {
    return []
  }
}

/** The store of a browser can be edited, or be of another version of this page. */
function isEntry(entry: unknown): entry is readonly [string, Remembered] {
  const [kind, choices] = Array.isArray(entry) ? entry : []
  if (typeof kind !== 'string' || typeof choices !== 'object' || choices === null) return false
  const { fields, timezone, timeFormat, labels } = choices
  const isField = (field: unknown): field is Field | null => field === null || FIELDS.some(known => known === field)
  return (
    Array.isArray(fields) &&
    fields.every(isField) &&
    [timezone, timeFormat, labels].every(text => typeof text === 'string')
  )
}
