import { EXPORT_COLUMNS } from '../export-columns.ts'
import type { ExportedRow } from '../read-export.ts'
import type { RowWriter } from './row-writer.ts'

/** Readers like large groups; this many rows of the longest texts still fit into memory. */
const GROUP_ROWS = 10_000
const GROUP_CHARACTERS = 8 * 1024 * 1024

const TYPES = { text: 'STRING', number: 'DOUBLE', boolean: 'BOOLEAN', time: 'TIMESTAMP' } as const

export const writeParquet: RowWriter = async function* (spans, { version }) {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer')
  const columnsOf = (rows: readonly ExportedRow[]) =>
    EXPORT_COLUMNS.map(({ name, type, read }) => ({
      name,
      type: TYPES[type],
      nullable: true,
      data: rows.map(row => read(row, version)),
    }))
  const writer = new ByteWriter()
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnsOf([]) }),
    createdBy: 'pulso',
  })
  /** The bytes that were written since the last call. */
  const taken = () => {
    const bytes = Buffer.from(writer.getBytes())
    writer.index = 0
    return bytes
  }
  for await (const rows of groups(spans)) {
    await file.write({ columnData: columnsOf(rows), rowGroupSize: rows.length })
    yield taken()
  }
  await file.finish()
  yield taken()
}

async function* groups(spans: AsyncIterable<readonly ExportedRow[]>): AsyncGenerator<readonly ExportedRow[]> {
  let [group, characters] = [[] as ExportedRow[], 0]
  for await (const rows of spans) {
    group.push(...rows)
    for (const { text } of rows) characters += text.length
    if (group.length < GROUP_ROWS && characters < GROUP_CHARACTERS) continue
    yield group
    ;[group, characters] = [[], 0]
  }
  if (group.length > 0) yield group
}
