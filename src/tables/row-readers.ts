import { fail, type Result } from '../problem/problem.ts'
import {
  type ColumnMap,
  type ColumnPlan,
  FIELDS,
  type Field,
  fieldRank,
  isMapped,
  NO_COLUMN,
  separateTime,
} from './columns.ts'
import { writtenValue } from './json/written-value.ts'
import type { Remarks } from './remarks.ts'
import { parseRow, type RowDefaults, type RowFields } from './row.ts'
import { joinTime } from './separate-time.ts'

/** Header of the rejects file for objects, whose keys may differ from line to line. */
export const OBJECT_NAMES = ['external_id', 'entity', 'text', 'sentiment', 'posted_at', 'author'] as const

const OBJECT_FIELDS: readonly Field[] = ['externalId', 'entity', 'text', 'label', 'postedAt', 'author']

/** A row's fields, and its cells in the order of the rejects file's columns. */
export interface UnderstoodRow {
  readonly fields: Result<RowFields>
  readonly cells: readonly string[]
}

/** Reads the cells of a delimited row. Empty cells that a spreadsheet appends to a row are ignored. */
export function readCells(
  cells: readonly string[],
  plan: ColumnPlan,
  defaults: RowDefaults,
  remarks: Remarks,
): UnderstoodRow {
  const expected = plan.names.length
  const isRagged = cells.length < expected || cells.slice(expected).some(cell => cell.trim() !== '')
  if (isRagged) {
    const advice = cells.length > expected ? '; a cell that contains the delimiter needs quotes' : ''
    return {
      cells,
      fields: fail(
        'INVALID',
        `The row has ${plural(cells.length)}, but ${expected} ${expected === 1 ? 'is' : 'are'} expected${advice}.`,
      ),
    }
  }
  const cell = (field: Field) => {
    const index = plan.at[field]
    return index === undefined ? '' : (cells[index] ?? '')
  }
  return { cells, fields: parseRow(cell, defaults, remarks) }
}

/**
 * Reads an object whose keys are column names.
 * @param object Its values by their paths, or what a known format takes from it.
 * @param source The object as it is written.
 * @param map Keys of `source` that the user named for fields; `user.screen_name` is a key of a nested object.
 */
export function readObject(
  object: Readonly<Record<string, unknown>>,
  source: Readonly<Record<string, unknown>>,
  map: ColumnMap,
  defaults: RowDefaults,
  remarks: Remarks,
): UnderstoodRow {
  const found = valuesOf(object, source, map)
  const cells = OBJECT_FIELDS.map(field =>
    field === 'postedAt' ? writtenTime(found) : writtenValue(found.get(field) ?? ''),
  )
  if (!found.has('text')) {
    const key = map.text ?? 'text'
    const problem = fail('INVALID', `The object has no text; add the key ${JSON.stringify(key)} with the tweet.`, [
      'text',
    ])
    return { cells, fields: problem }
  }
  for (const [field, value] of found) {
    const isNumberFine = field !== 'text' && typeof value === 'number'
    if (typeof value !== 'string' && !isNumberFine) {
      return { cells, fields: fail('INVALID', `${field} must be a string.`, [field]) }
    }
  }
  return { cells, fields: parseRow(field => writtenValue(found.get(field) ?? ''), defaults, remarks) }
}

/** The values of an object by their fields; null values are absent. */
function valuesOf(
  object: Readonly<Record<string, unknown>>,
  source: Readonly<Record<string, unknown>>,
  map: ColumnMap,
): ReadonlyMap<Field, unknown> {
  const best = new Map<Field, { rank: number; value: unknown }>()
  for (const [key, value] of Object.entries(object)) {
    const ranked = fieldRank(key)
    if (ranked === null || value === null || value === undefined) continue
    if (isMapped(ranked.field) && map[ranked.field] !== undefined) continue
    // Any number may be called a score.
    if (ranked.field === 'score') continue
    const other = best.get(ranked.field)
    if (other === undefined || ranked.rank < other.rank) best.set(ranked.field, { rank: ranked.rank, value })
  }
  const found = new Map<Field, unknown>([...best].map(([field, { value }]) => [field, value]))
  const keys = Object.keys(object).filter(key => object[key] !== null && object[key] !== undefined)
  for (const [field, key] of separateKeys(keys, map)) found.set(field, object[key])
  for (const field of FIELDS) {
    const path = map[field]
    if (path === undefined || path === NO_COLUMN) continue
    const value = Object.hasOwn(object, path) ? object[path] : valueAt(source, path)
    if (value !== null && value !== undefined) found.set(field, value)
  }
  return found
}

/** The keys of a day, a time of day and a time zone that are separate, except for those that the user named. */
export function separateKeys(keys: readonly string[], map: ColumnMap): readonly (readonly [Field, string])[] {
  if (map.postedAt === NO_COLUMN || map.postedTime === NO_COLUMN) return []
  const named = FIELDS.filter(field => map[field] !== undefined && map[field] !== NO_COLUMN)
  // A path may lead to a value that is no cell.
  const all = [...new Set([...keys, ...named.map(field => map[field] ?? '')])]
  const at = Object.fromEntries(named.map(field => [field, all.indexOf(map[field] ?? '')]))
  return Object.entries(separateTime(all, at)).flatMap(([field, index]): (readonly [Field, string])[] =>
    map[field as keyof ColumnMap] === undefined ? [[field as Field, all[index] ?? '']] : [],
  )
}

/** A time of a rejected object in one cell. */
const writtenTime = (found: ReadonlyMap<Field, unknown>): string => {
  const [day, time, zone] = ['postedAt', 'postedTime', 'timeZone'].map(field =>
    writtenValue(found.get(field as Field) ?? ''),
  )
  return `${joinTime(day ?? '', time ?? '')} ${zone}`.trim()
}

/** The value of a key, or of a path such as `user.screen_name` through nested objects. */
function valueAt(object: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(object, path)) return object[path]
  let value: unknown = object
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

const plural = (cells: number) => `${cells} ${cells === 1 ? 'cell' : 'cells'}`
