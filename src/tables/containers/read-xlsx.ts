import { posix } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { type SaxesAttributeNSIncomplete, SaxesParser, type SaxesTagNS } from 'saxes'
import { UsageError } from '../../problem/problem.ts'
import type { RawRecord } from '../raw-record.ts'
import type { RandomAccessFile } from './random-access-file.ts'
import {
  type CellStyles,
  columnOf,
  isBuiltInTimeFormat,
  isTimeFormat,
  timeOf,
  unescapeCell,
} from './spreadsheet-cells.ts'
import { openZip, type ZipEntries } from './zip-entries.ts'

/** The texts of a workbook are kept in memory while its rows are read. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024
const MAX_PART_BYTES = 16 * 1024 * 1024
const MAX_SHEET_BYTES = 4 * 1024 * 1024 * 1024
/** Of Excel. */
const MAX_COLUMNS = 16_384
const MAX_CELL_LENGTH = 1_000_000

type Row = RawRecord<readonly string[]>

export interface Sheet {
  readonly name: string
  /** The rows with a value, in portions. The line is the number of the row in the sheet. */
  rows(): AsyncGenerator<readonly Row[]>
}

/** The sheets of an Excel workbook, in their order. Rows are read as they are needed. Throws a `UsageError`. */
export async function openXlsx(file: RandomAccessFile): Promise<readonly Sheet[]> {
  const zip = await openZip(file)
  if (!zip.names.includes('xl/workbook.xml')) {
    throw new UsageError(
      `${file.name} is a ZIP archive and no Excel workbook; extract it, and name the file with the tweets.`,
    )
  }
  const parts = new Parts(file, zip)
  const targets = new Map<string, string>()
  await parts.read('xl/_rels/workbook.xml.rels', MAX_PART_BYTES, {
    open: ({ local, attributes }) => {
      if (local === 'Relationship') targets.set(valueIn(attributes, 'Id'), valueIn(attributes, 'Target'))
    },
  })
  const sheets: { name: string; path: string }[] = []
  let is1904 = false
  await parts.read('xl/workbook.xml', MAX_PART_BYTES, {
    open: ({ local, attributes }) => {
      if (local === 'workbookPr') is1904 = /^(?:1|true)$/.test(valueIn(attributes, 'date1904'))
      const target = targets.get(valueIn(attributes, 'id', RELATION))
      if (local === 'sheet' && target !== undefined) {
        const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target)
        sheets.push({ name: valueIn(attributes, 'name'), path })
      }
    },
  })
  const isTime = await readStyles(parts)
  let texts: Promise<readonly string[]> | null = null
  const sharedTexts = () => {
    texts ??= readSharedTexts(parts)
    return texts
  }
  return sheets.map(({ name, path }) => ({
    name,
    rows: () => readSheet(parts, path, { isTime, is1904 }, sharedTexts),
  }))
}

const RELATION = 'r'

/** The value of an attribute; of one with a prefix only if that prefix is given. */
function valueIn(attributes: SaxesTagNS['attributes'], name: string, prefix = ''): string {
  for (const attribute of Object.values(attributes)) {
    const { local, value, prefix: own } = attribute as SaxesAttributeNSIncomplete & { value: string }
    if (local === name && (prefix === '' ? own === '' : own !== '')) return value
  }
  return ''
}

interface Handlers {
  readonly open?: (tag: SaxesTagNS) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

class Parts {
  readonly file: RandomAccessFile
  readonly zip: ZipEntries

  constructor(file: RandomAccessFile, zip: ZipEntries) {
    this.file = file
    this.zip = zip
  }

  async read(path: string, maxBytes: number, handlers: Handlers): Promise<void> {
    for await (const _ of this.steps(path, maxBytes, handlers));
  }

  /** Calls the handlers for one chunk after the other; the consumer decides when it goes on. */
  async *steps(path: string, maxBytes: number, { open, text, close }: Handlers): AsyncGenerator<void> {
    const parser = new SaxesParser({ xmlns: true, fragment: false })
    const decoder = new StringDecoder('utf8')
    let failure: Error | null = null
    if (open) parser.on('opentag', open)
    if (text) {
      parser.on('text', text)
      parser.on('cdata', text)
    }
    if (close) parser.on('closetag', tag => close(tag.local))
    parser.on('error', error => {
      failure ??= error
    })
    const check = () => {
      if (failure !== null) {
        const reason = failure.message.split('\n', 1)[0]?.slice(0, 200)
        throw new UsageError(`${this.file.name} is damaged: ${path} is not valid XML (${reason}).`)
      }
    }
    for await (const chunk of this.zip.read(path, maxBytes)) {
      parser.write(decoder.write(chunk))
      check()
      yield
    }
    parser.write(decoder.end())
    parser.close()
    check()
    yield
  }
}

/** Whether the cells of a style are times. */
async function readStyles(parts: Parts): Promise<(style: number) => boolean> {
  const path = 'xl/styles.xml'
  if (!parts.zip.names.includes(path)) return () => false
  const times = new Set<number>()
  const styles: boolean[] = []
  let isInCells = false
  await parts.read(path, MAX_PART_BYTES, {
    open: ({ local, attributes }) => {
      if (local === 'numFmt' && isTimeFormat(valueIn(attributes, 'formatCode'))) {
        times.add(Number(valueIn(attributes, 'numFmtId')))
      } else if (local === 'cellXfs') isInCells = true
      else if (local === 'xf' && isInCells) {
        const format = Number(valueIn(attributes, 'numFmtId'))
        styles.push(isBuiltInTimeFormat(format) || times.has(format))
      }
    },
    close: name => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return style => styles[style] === true
}

/** The texts that cells name by their number. Phonetic readings are no part of them. */
async function readSharedTexts(parts: Parts): Promise<readonly string[]> {
  const path = parts.zip.names.find(name => /^xl\/sharedstrings\.xml$/i.test(name))
  if (path === undefined) return []
  const texts: string[] = []
  const current = new TextCollector()
  await parts.read(path, MAX_TEXT_BYTES, {
    open: ({ local }) => current.open(local),
    text: text => current.add(text),
    close: name => {
      current.close(name)
      if (name === 'si') texts.push(unescapeCell(current.take()))
    },
  })
  return texts
}

/** The text within `t` elements, outside phonetic readings. */
class TextCollector {
  private text = ''
  private isInText = false
  private isPhonetic = false

  open(name: string): void {
    if (name === 'rPh') this.isPhonetic = true
    this.isInText = name === 't'
  }

  add(text: string): void {
    if (this.isInText && !this.isPhonetic && this.text.length < MAX_CELL_LENGTH) this.text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.isPhonetic = false
    this.isInText = false
  }

  take(): string {
    const { text } = this
    this.text = ''
    return text
  }
}

async function* readSheet(
  parts: Parts,
  path: string,
  styles: CellStyles,
  sharedTexts: () => Promise<readonly string[]>,
): AsyncGenerator<readonly Row[]> {
  const texts = await sharedTexts()
  const reader = new SheetReader(styles, texts)
  for await (const _ of parts.steps(path, MAX_SHEET_BYTES, reader.handlers)) {
    const rows = reader.take()
    if (rows.length > 0) yield rows
  }
}

class SheetReader {
  private rows: Row[] = []
  private line = 0
  private cells: string[] = []
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private isInValue = false
  private readonly inline = new TextCollector()
  private readonly styles: CellStyles
  private readonly texts: readonly string[]

  constructor(styles: CellStyles, texts: readonly string[]) {
    this.styles = styles
    this.texts = texts
  }

  readonly handlers: Handlers = {
    open: ({ local, attributes }) => {
      this.inline.open(local)
      if (local === 'row') {
        this.line = Number(valueIn(attributes, 'r')) || this.line + 1
        this.cells = []
        this.column = -1
      } else if (local === 'c') {
        this.column = columnOf(valueIn(attributes, 'r')) ?? this.column + 1
        this.type = valueIn(attributes, 't')
        this.style = Number(valueIn(attributes, 's'))
        this.value = ''
      } else if (local === 'v') this.isInValue = true
    },
    text: text => {
      this.inline.add(text)
      if (this.isInValue && this.value.length < MAX_CELL_LENGTH) this.value += text
    },
    close: name => {
      this.inline.close(name)
      if (name === 'v') this.isInValue = false
      else if (name === 'c') this.endCell()
      else if (name === 'row' && this.cells.some(cell => cell !== ''))
        this.rows.push({ line: this.line, cells: this.cells })
    },
  }

  take(): readonly Row[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  private endCell(): void {
    const text = this.cellText()
    if (text === '' || this.column < 0 || this.column >= MAX_COLUMNS) return
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = text
  }

  private cellText(): string {
    const inline = this.inline.take()
    switch (this.type) {
      case 'inlineStr':
        return unescapeCell(inline)
      case 's':
        return this.texts[Number(this.value)] ?? ''
      case 'str':
        return unescapeCell(this.value)
      case 'b':
        return this.value === '' ? '' : String(this.value === '1')
      case 'e':
        return ''
      default:
        return this.value !== '' && this.styles.isTime(this.style) ? timeOf(this.value, this.styles.is1904) : this.value
    }
  }
}
