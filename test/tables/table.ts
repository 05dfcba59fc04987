import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTable, type TableOptions } from '../../src/tables/open-table.ts'
import type { ReadRow, RowFields } from '../../src/tables/row.ts'

export const DEFAULTS: TableOptions = { format: null, columns: null, entity: null, timezone: 'UTC', encoding: null }

async function* nothing(): AsyncGenerator<Buffer> {}

/** Writes a file, reads it as a user's file is read, and removes it. */
export async function readTable(content: Buffer | string, options: Partial<TableOptions> = {}, name = 'feed.csv') {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  try {
    const path = join(directory, name)
    await writeFile(path, content)
    const table = await openTable(path, nothing(), { ...DEFAULTS, ...options })
    const rows: ReadRow[] = []
    for await (const portion of table.rows) for (const row of portion) rows.push(row)
    await table.close()
    return {
      rows,
      names: table.names,
      sha256: table.sha256,
      notices: table.notices.map(notice => notice.replace(path, name)),
      ignoredColumns: table.ignoredColumns(),
      rowNotices: table.rowNotices(),
    }
  } finally {
    await rm(directory, { recursive: true })
  }
}

/**
 * A row in one line: `7: Xbox
 * text` for a valid one, `7! message` for an invalid one.
 */
export const shown = (row: ReadRow): string =>
  row.fields.ok
    ? `${row.line}: ${row.fields.value.entity ?? '-'} | ${row.fields.value.text}`
    : `${row.line}! ${row.fields.problem.message}`

export function fieldsOf(row: ReadRow | undefined): RowFields {
  if (row?.fields.ok !== true) throw new Error(`expected a good row, got ${JSON.stringify(row)}`)
  return row.fields.value
}
