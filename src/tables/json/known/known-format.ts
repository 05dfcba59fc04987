import type { JsonObject } from '../parse-json.ts'

/** What a program wrote about one tweet. Null is "not in the file"; nothing else of the object is taken for it. */
export interface KnownRow {
  readonly external_id: string | number | null
  readonly text: string | number | null
  readonly author: string | number | null
  readonly posted_at: string | number | null
  /** A label that a person gave. Values are not interpreted here. */
  readonly sentiment: string | number | null
  readonly entity: string | number | null
}

/** One row, and the object that a column map may refer to. */
export interface KnownObject {
  readonly row: KnownRow
  readonly source: JsonObject
}

/** How a well-known program writes tweets as JSON. */
export interface KnownFormat {
  /** Its name in sentences such as "X archive: 12,034 tweets". */
  readonly name: string
  /** The rows of one object; null if the object does not look like this format. */
  rows(object: JsonObject): readonly KnownObject[] | null
}

const NOTHING: KnownRow = {
  external_id: null,
  text: null,
  author: null,
  posted_at: null,
  sentiment: null,
  entity: null,
}

export const knownRow = (source: JsonObject, values: Partial<KnownRow>): KnownObject => ({
  row: { ...NOTHING, ...values },
  source,
})

/** An id, as text or as a number. */
export const idOf = (...values: readonly unknown[]): string | number | null =>
  values.find(
    (value): value is string | number => value !== '' && (typeof value === 'string' || typeof value === 'number'),
  ) ?? null

/** The one label that all annotators gave; several are joined, so that they are reported as an unknown label. */
export function agreedLabel(labels: readonly unknown[]): string | null {
  const given = labels.filter(label => typeof label === 'string' || typeof label === 'number').map(String)
  const distinct = [...new Set(given.map(label => label.trim()))].filter(label => label !== '')
  return distinct.length === 0 ? null : distinct.join(' + ')
}
