import type { RawRecord } from '../raw-record.ts'
import { flattenObject } from './flatten-object.ts'
import type { KnownFormatReader } from './known/known-format-reader.ts'
import type { JsonObject } from './parse-json.ts'
import { wrappedObjects } from './wrapped-objects.ts'

/** A row of an object. */
export interface ObjectCells {
  /** Its values by their paths, or what a known format takes from it. */
  readonly cells: Readonly<Record<string, unknown>>
  /** The object as it is written. */
  readonly source: JsonObject
  readonly isKnown: boolean
}

/** The rows of objects: one each, except for the pages of an API. */
export async function* expandObjects(
  portions: AsyncGenerator<readonly RawRecord<JsonObject>[]>,
  known: KnownFormatReader,
): AsyncGenerator<readonly RawRecord<ObjectCells>[]> {
  for await (const portion of portions) yield portion.flatMap(record => rowsOf(record, known))
}

/** @param isInner Whether the object was in another one, whose objects are not unwrapped again. */
function rowsOf(
  record: RawRecord<JsonObject>,
  known: KnownFormatReader,
  isInner = false,
): readonly RawRecord<ObjectCells>[] {
  if (!('cells' in record)) return [record]
  const { line, cells: source } = record
  const rows = known.rows(source)
  if (rows === null) {
    const wrapped = isInner ? null : wrappedObjects(source)
    if (wrapped !== null) return wrapped.flatMap(cells => rowsOf({ line, cells }, known, true))
    return [{ line, cells: { cells: flattenObject(source), source, isKnown: false } }]
  }
  return rows.map(row => ({ line, cells: { cells: { ...row.row }, source: row.source, isKnown: true } }))
}
