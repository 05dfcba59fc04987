import { EXPORT_COLUMNS } from '../export-columns.ts'
import type { ExportedRow } from '../read-export.ts'
import type { RowWriter } from './row-writer.ts'

/** One object a line. */
export const writeNdjson: RowWriter = async function* (spans, { version }) {
  for await (const rows of spans) yield rows.map(row => `${jsonOf(row, version)}\n`).join('')
}

/** One array, with an object a line. */
export const writeJson: RowWriter = async function* (spans, { version }) {
  let [head, before] = ['[\n', '']
  for await (const rows of spans) {
    yield head + (rows.length === 0 ? '' : before + rows.map(row => jsonOf(row, version)).join(',\n'))
    head = ''
    if (rows.length > 0) before = ',\n'
  }
  yield before === '' ? `${head}]\n` : '\n]\n'
}

const jsonOf = (row: ExportedRow, version: string) =>
  JSON.stringify(Object.fromEntries(EXPORT_COLUMNS.map(({ name, read }) => [name, read(row, version)])))
