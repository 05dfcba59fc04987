import { fieldOf } from '../../columns.ts'
import { isObject, type JsonObject } from '../parse-json.ts'
import { type KnownFormat, knownRow } from './known-format.ts'
import { valuesByName } from './values-by-name.ts'

/**
 * A whole table in one object: pandas' `to_json` by columns, as it is by default, or with `orient='split'`, and the lists of `to_dict` of
 * Hugging Face.
 */
export const tableByColumns: KnownFormat = {
  name: 'Table by columns',
  rows(object) {
    const rows = splitRows(object) ?? columnRows(object)
    return rows === null ? null : rows.map(row => knownRow(row, valuesByName(row)))
  },
}

const hasText = (names: readonly string[]) => names.some(name => fieldOf(name) === 'text')

/** `{"columns": ["id", "text"], "data": [[1, "a"]]}` */
function splitRows({ columns, data }: JsonObject): readonly JsonObject[] | null {
  if (!Array.isArray(columns) || !Array.isArray(data) || !data.every(Array.isArray)) return null
  const names = columns.map(String)
  if (!hasText(names)) return null
  return data.map((cells: readonly unknown[]) => rowOf(names.map((name, index) => [name, cells[index]])))
}

/** `{"text": {"0": "a"}}` or `{"text": ["a"]}`, every column with the same rows. */
function columnRows(object: JsonObject): readonly JsonObject[] | null {
  const columns = Object.entries(object)
  const text = columns.find(([name]) => fieldOf(name) === 'text')?.[1]
  if (!Array.isArray(text) && !isObject(text)) return null
  const keys = Object.keys(text)
  const isColumn = (value: unknown) =>
    Array.isArray(value) === Array.isArray(text) &&
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === keys.length
  if (keys.length === 0 || !columns.every(([, value]) => isColumn(value))) return null
  return keys.map(key => rowOf(columns.map(([name, values]) => [name, (values as JsonObject)[key]])))
}

/** Without a prototype, because a file may use any name. */
const rowOf = (cells: readonly (readonly [string, unknown])[]): JsonObject =>
  Object.assign(Object.create(null), Object.fromEntries(cells))
