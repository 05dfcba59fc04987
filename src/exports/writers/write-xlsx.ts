import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { EXPORT_COLUMNS, type ExportedValue } from '../export-columns.ts'
import type { ExportedRow } from '../read-export.ts'
import type { RowWriter } from './row-writer.ts'

/** The rows of a sheet that every spreadsheet program can open, with the header. Further rows go to further sheets. */
const MAX_SHEET_ROWS = 1_048_576

/**
 * An Excel workbook. Ids and texts are typed as text, so that no program rounds or runs them; times are in UTC.
 * @param maxSheetRows For tests.
 */
export const xlsxWriter = (maxSheetRows = MAX_SHEET_ROWS): RowWriter =>
  async function* (spans, { version }) {
    const { ZipFile } = await import('yazl')
    const rows = rowsOf(spans)
    // So that a failure to read the first rows comes before any output.
    let next = await rows.next()
    const zip = new ZipFile()
    const output = zip.outputStream as Readable
    const sheets: Readable[] = []
    async function* sheet(): AsyncGenerator<string> {
      yield SHEET_START +
        rowXml(
          1,
          EXPORT_COLUMNS.map(({ name }) => name),
          0,
        )
      let [number, xml] = [1, '']
      for (; next.done !== true && number < maxSheetRows; next = await rows.next()) {
        const row = next.value
        number += 1
        xml += rowXml(
          number,
          EXPORT_COLUMNS.map(({ read }) => read(row, version)),
        )
        if (xml.length < CHUNK_CHARACTERS) continue
        yield xml
        xml = ''
      }
      yield `${xml}</sheetData></worksheet>`
    }
    async function write() {
      do {
        const content = Readable.from(sheet(), { objectMode: false })
        sheets.push(content)
        zip.addReadStream(content, `xl/worksheets/sheet${sheets.length}.xml`)
        await finished(content)
      } while (next.done !== true)
      for (const [path, text] of Object.entries(partsOf(sheets.length))) zip.addBuffer(Buffer.from(text), path)
      zip.end()
    }
    zip.on('error', error => output.destroy(error))
    write().catch(error => output.destroy(error))
    try {
      for await (const chunk of output) yield chunk as Buffer
    } finally {
      for (const content of sheets) content.destroy()
      await rows.return(undefined)
    }
  }

async function* rowsOf(spans: AsyncIterable<readonly ExportedRow[]>): AsyncGenerator<ExportedRow> {
  for await (const rows of spans) yield* rows
}

const CHUNK_CHARACTERS = 64 * 1024

/** Styles by index; see `STYLES`. */
const [TIME_STYLE, TEXT_STYLE] = [1, 2]

const COLUMN_NAMES = EXPORT_COLUMNS.map((_, index) => String.fromCharCode(65 + index))

const rowXml = (number: number, values: readonly ExportedValue[], textStyle = TEXT_STYLE) =>
  `<row r="${number}">${values.map((value, index) => cellXml(`${COLUMN_NAMES[index]}${number}`, value, textStyle)).join('')}</row>`

function cellXml(at: string, value: ExportedValue, textStyle: number): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (value instanceof Date) return `<c r="${at}" s="${TIME_STYLE}"><v>${serialOf(value)}</v></c>`
  return `<c r="${at}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

/** Days since 1899-12-30, as spreadsheets count them. */
const serialOf = (time: Date) => time.getTime() / 86_400_000 + 25_569

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/**
 * Text for XML. Characters that XML cannot contain are written as `_x0001_`, as Excel does, and so is the beginning of a
 * text that looks like one of these. A carriage return is a reference, because XML readers would change it.
 */
const xmlText = (text: string) =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot contain
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, escaped)
    .replace(/[&<>\r]/g, character => XML[character] ?? character)

const escaped = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const WIDTHS: Readonly<Record<string, number>> = { text: 80, external_id: 21, entity: 18, author: 18 }

/** The header stays visible. */
const SHEET_START =
  `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>' +
  EXPORT_COLUMNS.map(({ name, type }, index) => {
    const style = type === 'time' ? TIME_STYLE : type === 'text' ? TEXT_STYLE : 0
    const width = WIDTHS[name] ?? (type === 'time' ? 22 : 14)
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`
  }).join('') +
  '</cols><sheetData>'

const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/></numFmts>` +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  [0, 164, 49]
    .map(format => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** The other parts of a workbook with this number of sheets. */
function partsOf(sheetCount: number): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: sheetCount }, (_, index) => index + 1)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    'xl/workbook.xml':
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>` +
      numbers
        .map(
          number =>
            `<sheet name="classifications${number === 1 ? '' : ` ${number}`}" sheetId="${number}" r:id="rId${number}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
      numbers
        .map(
          number =>
            `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="rId${sheetCount + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    '_rels/.rels':
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
      numbers
        .map(number => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`)
        .join('') +
      '</Types>',
  }
}
