import { isObject, type JsonObject, objectsIn } from '../parse-json.ts'
import { type KnownFormat, knownRow } from './known-format.ts'
import { valuesByName } from './values-by-name.ts'

/** Pages of Hugging Face's dataset viewer. They name the meaning of numeric labels; rows without such names do not. */
export const huggingFace: KnownFormat = {
  name: 'Hugging Face',
  rows({ features, rows }) {
    if (!Array.isArray(features) || !Array.isArray(rows)) return null
    const names = new Map(objectsIn(features).map(({ name, type }) => [name, isObject(type) ? type.names : null]))
    const nameOf = (column: string, value: unknown) => {
      const known = names.get(column)
      return typeof value === 'number' && Array.isArray(known) ? known[value] : value
    }
    return objectsIn(rows).flatMap(({ row }) => {
      if (!isObject(row)) return []
      const named: JsonObject = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, nameOf(key, value)]))
      return [knownRow(named, valuesByName(named))]
    })
  },
}
