import { type Problem, type Result, UsageError } from '../../problem/problem.ts'
import { decodeText } from '../../tables/decode-text.ts'
import { inspectFile, openInputFile } from '../../tables/input-file.ts'
import { type JsonRecord, readJsonDocuments } from '../../tables/json/split-json.ts'
import { peek } from '../../tables/peek.ts'
import { readDelimited } from '../../tables/read-delimited.ts'
import { readNdjson } from '../../tables/read-ndjson.ts'
import { unguardCell } from '../../tables/spreadsheet-safety.ts'
import { LABEL_FILE_COLUMNS, type LabelLine, type LabelToImport, readLabelLine } from './label-line.ts'

interface ReadLabel {
  readonly line: number
  readonly label: Result<LabelToImport>
}

const [OPENING_BRACE, OPENING_BRACKET] = ['{', '['].map(sign => sign.charCodeAt(0))

/** The rows of a file of labels, CSV, NDJSON or JSON (detected), plain or gzipped; `-` for standard input. Throws a `UsageError`, with `name` for the file. */
export async function* readLabelFile(
  path: string,
  stdin: AsyncIterable<Buffer>,
  name = path,
): AsyncGenerator<ReadLabel> {
  const file = await openInputFile(path, stdin, name)
  try {
    const { encoding } = await inspectFile(file)
    const text = decodeText(file.read(), encoding.encoding)
    const { head, all } = await peek(text, bytes => bytes.length > 0)
    const first = head.toString('utf8').trimStart().charCodeAt(0)
    if (first === OPENING_BRACE) yield* readObjects(readNdjson(all))
    else if (first === OPENING_BRACKET) yield* readObjects(readJsonDocuments(all))
    else yield* readTable(all, file.name)
  } finally {
    await file.close()
  }
}

async function* readObjects(portions: AsyncIterable<readonly JsonRecord[]>): AsyncGenerator<ReadLabel> {
  for await (const records of portions) {
    for (const record of records) {
      if ('problem' in record) yield refused(record.line, record.problem)
      else yield { line: record.line, label: readLabelLine(textsOf(record.cells)) }
    }
  }
}

const textsOf = (object: Readonly<Record<string, unknown>>): Partial<LabelLine> =>
  Object.fromEntries(
    LABEL_FILE_COLUMNS.map(name => {
      const value = object[name]
      return [name, typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null]
    }),
  )

async function* readTable(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<ReadLabel> {
  let header: readonly string[] | null = null
  for await (const records of readDelimited(chunks, { delimiter: ',', lineEnd: '\n' })) {
    for (const record of records) {
      if ('problem' in record) {
        yield refused(record.line, record.problem)
        continue
      }
      if (header === null) {
        header = checkedHeader(record.cells, name)
        continue
      }
      const cells = record.cells
      const row = Object.fromEntries(header.map((column, index) => [column, unguardCell(cells[index] ?? '')]))
      yield { line: record.line, label: readLabelLine(row) }
    }
  }
  if (header === null) throw new UsageError(`${name} is empty; \`pulso labels export\` writes such a file.`)
}

function checkedHeader(cells: readonly string[], name: string): readonly string[] {
  const header = cells.map(cell => unguardCell(cell).trim().toLowerCase())
  const missing = ['text', 'label', 'annotator'].filter(column => !header.includes(column))
  if (missing.length === 0) return header
  throw new UsageError(
    `${name} is no file of labels: its first row lacks ${missing.join(', ')}. Columns are ${LABEL_FILE_COLUMNS.join(', ')}. Import tweets with \`pulso import\`.`,
  )
}

const refused = (line: number, problem: Problem): ReadLabel => ({ line, label: { ok: false, problem } })
