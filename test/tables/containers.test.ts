import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { zipOf } from '../support/zip-of.ts'
import { fieldsOf, readTable, shown } from './table.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Workbook {
  /** The rows of each sheet, as XML. */
  readonly sheets: Readonly<Record<string, string>>
  readonly texts?: readonly string[]
  readonly formats?: readonly string[]
  readonly is1904?: boolean
  readonly more?: Readonly<Record<string, string>>
}

/** A workbook as programs write it: texts are shared, and styles name the formats of numbers. */
function workbook({ sheets, texts = [], formats = [], is1904 = false, more = {} }: Workbook): Promise<Buffer> {
  const names = Object.keys(sheets)
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${formats
      .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts.map(text => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  })
}

const inline = (...texts: string[]) =>
  `<row>${texts.map(text => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('')}</row>`

const read = async (content: Buffer, options = {}) => readTable(content, options, 'tweets.xlsx')

describe('a workbook', () => {
  test('has texts, numbers, times and truth values as they are shown', async () => {
    const { rows, names } = await read(
      await workbook({
        texts: [
          '<t>id</t>',
          '<t>text</t>',
          '<t>posted_at</t>',
          '<r><t>two </t></r><r><rPr><b/></rPr><t>parts</t></r><rPh><t>phonetic</t></rPh>',
          '<t>_x0041_&amp;_x000D_</t>',
          '<t>author</t>',
        ],
        formats: ['yyyy\\-mm\\-dd\\ hh:mm:ss.000', '[$-409]0.00', '&quot;day&quot; 0'],
        sheets: {
          Tweets:
            '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="E3" t="s"><v>5</v></c></row>' +
            '<row r="4"><c r="A4"><v>1264156154112000001</v></c><c r="B4" t="s"><v>3</v></c><c r="C4" s="2"><v>46082.395833333336</v></c><c r="E4" t="b"><v>1</v></c></row>' +
            '<row r="5"/>' +
            '<row r="6"><c r="A6"><v>1.29403E+18</v></c><c r="B6" t="s"><v>4</v></c><c r="C6" s="1"><v>46082</v></c><c r="E6" t="e"><v>#N/A</v></c></row>' +
            '<row r="7"><c r="A7" t="str"><f>1+1</f><v>9</v></c><c r="B7" t="inlineStr"><is><t>inline</t></is></c></row>',
        },
      }),
    )
    expect(names).toEqual(['id', 'text', 'posted_at', '', 'author'])
    expect(
      rows.map(row => [
        row.line,
        fieldsOf(row).externalId,
        fieldsOf(row).text,
        fieldsOf(row).postedAt?.toISOString(),
        fieldsOf(row).author,
      ]),
    ).toEqual([
      [4, '1264156154112000001', 'two parts', '2026-03-01T09:30:00.000Z', 'true'],
      [6, null, 'A&\r', '2026-03-01T00:00:00.000Z', null],
      [7, '9', 'inline', undefined, null],
    ])
  })

  test('may count days from 1904, and times are in the given zone', async () => {
    const sheets = {
      S: `${inline('text', 'date')}<row><c t="inlineStr"><is><t>a</t></is></c><c s="2"><v>44620.5</v></c></row>`,
    }
    const { rows } = await read(await workbook({ sheets, formats: ['d/m/yy h:mm'], is1904: true }), {
      timezone: 'Europe/Madrid',
    })
    expect(fieldsOf(rows[0]).postedAt).toEqual(new Date('2026-03-01T11:00:00Z'))
  })

  test('is read from the first sheet with a header, after the lines of a report, and from sheets with the same header', async () => {
    const head = inline('id', 'text')
    const { rows, notices } = await read(
      await workbook({
        sheets: {
          Info: inline('Report', 'Bulk download'),
          One: inline('From', 'March') + head + inline('1', 'a'),
          Other: inline('tweet', 'likes') + inline('z', '4'),
          Two: head + inline('2', 'b') + inline('3', 'c'),
        },
      }),
    )
    expect(rows.map(shown)).toEqual(['3: - | a', '2: - | b', '3: - | c'])
    expect(notices).toEqual([
      'Sheets of tweets.xlsx that are read: "One", "Two". Sheets that are not read: "Info", "Other".',
    ])
  })

  test('without a header takes --columns', async () => {
    const content = await workbook({ sheets: { S: inline('1', 'first') + inline('2', 'second') } })
    expect((await read(content, { columns: 'id,text' })).rows.map(shown)).toEqual(['1: - | first', '2: - | second'])
    await expect(read(content)).rejects.toThrow(/tweets\.xlsx has no text column/)
    const mapped = await workbook({ sheets: { S: inline('nr', 'Beitrag') + inline('2', 'second') } })
    expect((await read(mapped, { map: { text: 'Beitrag' } })).rows.map(shown)).toEqual(['2: - | second'])
  })

  test('that is empty, damaged or too large gives one sentence', async () => {
    expect((await read(await workbook({ sheets: { S: '' } }))).rows).toEqual([])
    const broken = await workbook({ sheets: { S: `${inline('text')}<row><c></row>` } })
    await expect(read(broken)).rejects.toThrow(
      /^tweets\.xlsx is damaged: xl\/worksheets\/sheet1\.xml is not valid XML|is damaged/,
    )
    const whole = await workbook({ sheets: { S: inline('text') + inline('a') } })
    await expect(read(whole.subarray(0, whole.length - 30))).rejects.toThrow(/damaged ZIP archive or Excel workbook/)
    const changed = Buffer.from(whole)
    changed.fill(0xff, 60, 90)
    await expect(read(changed)).rejects.toThrow(/damaged/)
    const entity = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
    const bomb = workbook({ sheets: { S: '' }, more: { 'xl/worksheets/sheet1.xml': entity } })
    await expect(read(await bomb)).rejects.toThrow(/is damaged/)
    const texts = workbook({ sheets: { S: inline('text') }, texts: [`<t>${'x'.repeat(300 * 2 ** 20)}</t>`] })
    await expect(read(await texts)).rejects.toThrow(/unpacks to more than 256 MiB/)
  })

  test('with a column far to the right or a row number beyond every sheet stays small', async () => {
    const sheets = {
      S: `${inline('text')}<row r="99999999"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="ZZZ1"><v>1</v></c></row>`,
    }
    expect((await read(await workbook({ sheets }))).rows.map(shown)).toEqual(['99999999: - | a'])
  })
})

test('a workbook joins a day with a time of day, which is a part of a day', async () => {
  const row = (day: string, time: string, text: string) =>
    `<row><c s="1"><v>${day}</v></c><c s="2"><v>${time}</v></c><c t="inlineStr"><is><t>${text}</t></is></c></row>`
  const { rows } = await read(
    await workbook({
      formats: ['hh:mm'],
      sheets: {
        Mentions: `${inline('Date', 'Time', 'Hit Sentence')}${row('46082', '0.395833333333333', 'a')}${row('46082', '0', 'b')}`,
      },
    }),
  )
  expect(rows.map(({ fields }) => fields.ok && fields.value.postedAt?.toISOString())).toEqual([
    '2026-03-01T09:30:00.000Z',
    '2026-03-01T00:00:00.000Z',
  ])
})

describe('a Parquet file', () => {
  type Column = Parameters<typeof schemaFromColumnData>[0]['columnData'][number]
  const parquet = (columnData: readonly Column[], rowGroupSize = 2) => {
    const writer = new ByteWriter()
    const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: [...columnData] }) })
    file.write({ columnData: [...columnData], rowGroupSize })
    file.finish()
    return Buffer.from(writer.getBytes())
  }
  const readParquet = (content: Buffer, options = {}) => readTable(content, options, 'tweets.parquet')

  test('joins a day with a time of day, which is counted from midnight', async () => {
    const columnData = [
      { name: 'date', type: 'STRING', data: ['2026-03-01', '2026-03-01'] },
      { name: 'time', data: [34_200_000_000n, 0n] },
      { name: 'text', type: 'STRING', data: ['a', 'b'] },
    ] as const
    const [root, date, , text] = schemaFromColumnData({
      columnData: columnData.map(({ name, data }) => ({
        name,
        data: [...data],
        type: name === 'time' ? 'INT64' : 'STRING',
      })),
    })
    if (root === undefined || date === undefined || text === undefined) throw new Error('no schema')
    const time = {
      name: 'time',
      type: 'INT64',
      repetition_type: 'REQUIRED',
      logical_type: { type: 'TIME', unit: 'MICROS', isAdjustedToUTC: false },
    } as const
    const writer = new ByteWriter()
    const file = new ParquetWriter({ writer, schema: [root, date, time, text] })
    file.write({ columnData: columnData.map(({ name, data }) => ({ name, data: [...data] })) })
    file.finish()
    const { rows } = await readParquet(Buffer.from(writer.getBytes()))
    expect(rows.map(({ fields }) => fields.ok && fields.value.postedAt?.toISOString())).toEqual([
      '2026-03-01T09:30:00.000Z',
      '2026-03-01T00:00:00.000Z',
    ])
  })

  test('is read row group by row group, with ids that no number can hold', async () => {
    const { rows, names } = await readParquet(
      parquet([
        { name: 'id', type: 'INT64', data: [1264156154112000001n, 2n, 3n] },
        { name: 'text', type: 'STRING', data: ['a', '\u{feff}b', ''] },
        {
          name: 'created_at',
          type: 'TIMESTAMP',
          nullable: true,
          data: [new Date('2026-03-01T09:30:00.123Z'), null, null],
        },
        { name: 'label', type: 'STRING', nullable: true, data: ['positive', null, 'negative'] },
        { name: 'more', type: 'JSON', data: [{ a: [1] }, {}, {}] },
      ]),
    )
    expect(names).toEqual(['id', 'text', 'created_at', 'label', 'more'])
    expect(rows.map(row => [row.line, row.cells])).toEqual([
      [2, ['1264156154112000001', 'a', '2026-03-01T09:30:00.123Z', 'positive', '{"a":[1]}']],
      [3, ['2', '\u{feff}b', '', '', '{}']],
      [4, ['3', '', '', 'negative', '{}']],
    ])
  })

  test('with structures has columns by their paths', async () => {
    const schema = [
      { name: 'root', num_children: 2 },
      { name: 'text', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      { name: 'user', num_children: 1, repetition_type: 'OPTIONAL' },
      { name: 'screen_name', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ] as const
    const writer = new ByteWriter()
    const file = new ParquetWriter({ writer, schema: [...schema] })
    const users = [{ screen_name: 'ana' }, null, { screen_name: null }]
    file.write({
      columnData: [
        { name: 'text', data: ['a', 'b', 'c'] },
        { name: 'user', data: users },
      ],
    })
    file.finish()
    const { rows, names } = await readParquet(Buffer.from(writer.getBytes()))
    expect(names).toEqual(['text', 'user.screen_name'])
    expect(rows.map(row => fieldsOf(row).author)).toEqual(['ana', null, null])
  })

  test('with ids that pandas has rounded has no ids', async () => {
    const { rows, rowNotices } = await readParquet(
      parquet([
        { name: 'id', type: 'DOUBLE', data: [1264156154112000000, 7] },
        { name: 'text', type: 'STRING', data: ['a', 'b'] },
      ]),
    )
    expect(rows.map(row => fieldsOf(row).externalId)).toEqual([null, '7'])
    expect(rowNotices[0]).toContain('rounded number such as 1.264156154112e+18')
  })

  test('that is damaged gives one sentence', async () => {
    const whole = parquet([{ name: 'text', type: 'STRING', data: ['a', 'b'] }])
    await expect(readParquet(whole.subarray(0, -1))).rejects.toThrow(
      /^\S+tweets\.parquet cannot be read as a Parquet file \(.*\); write it again\.$/,
    )
    const changed = Buffer.from(whole)
    changed.fill(0xff, 4, 30)
    await expect(readParquet(changed)).rejects.toThrow(/cannot be read as a Parquet file/)
    await expect(readParquet(Buffer.from('PAR1'))).rejects.toThrow(/cannot be read as a Parquet file/)
    await expect(readParquet(Buffer.from('PAR1\0\0\0\0PAR1'))).rejects.toThrow('(its parts do not fit together)')
  })
})
