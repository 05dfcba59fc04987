import { fail, type Result } from '../problem/problem.ts'
import type { ColumnPlan, Field } from './columns.ts'
import { fieldRank } from './columns.ts'
import { parseRow, type RowDefaults, type RowFields } from './row.ts'

/** Header of the rejects file for objects, whose keys may differ from line to line. */
export const OBJECT_NAMES = ['external_id', 'entity', 'text', 'sentiment', 'posted_at', 'author'] as const

const OBJECT_FIELDS: readonly Field[] = ['externalId', 'entity', 'text', 'label', 'postedAt', 'author']

/** A row's fields, and its cells in the order of the rejects file's columns. */
export interface UnderstoodRow {
  readonly fields: Result<RowFields>
  readonly cells: readonly string[]
}

/** Reads the cells of a delimited row. Empty cells that a spreadsheet appends to a row are ignored. */
export function readCells(cells: readonly string[], plan: ColumnPlan, defaults: RowDefaults): UnderstoodRow {
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
  return { cells, fields: parseRow(cell, defaults) }
}

/** Reads an object whose keys are column names. */
export function readObject(object: Readonly<Record<string, unknown>>, defaults: RowDefaults): UnderstoodRow {
  const found = new Map<Field, { rank: number; value: unknown }>()
  for (const [key, value] of Object.entries(object)) {
    const ranked = fieldRank(key)
    if (ranked === null || value === null || value === undefined) continue
    const other = found.get(ranked.field)
    if (other === undefined || ranked.rank < other.rank) found.set(ranked.field, { rank: ranked.rank, value })
  }
  const cells = OBJECT_FIELDS.map(field => asText(found.get(field)?.value ?? ''))
  if (!found.has('text')) {
    return { cells, fields: fail('INVALID', 'The object has no text; add the key "text" with the tweet.', ['text']) }
  }
  for (const [field, { value }] of found) {
    const isNumberFine = field !== 'text' && field !== 'label' && typeof value === 'number'
    if (typeof value !== 'string' && !isNumberFine) {
      return { cells, fields: fail('INVALID', `${field} must be a string.`, [field]) }
    }
  }
  return { cells, fields: parseRow(field => asText(found.get(field)?.value ?? ''), defaults) }
}

const plural = (cells: number) => `${cells} ${cells === 1 ? 'cell' : 'cells'}`

const asText = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value)
