import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/problem/problem.ts'
import { parseColumnMap } from '../../src/tables/column-map.ts'
import { fieldsOf, readTable, shown } from './table.ts'

const rowsOf = async (...parameters: Parameters<typeof readTable>) => (await readTable(...parameters)).rows.map(shown)

describe('columns', () => {
  test('a header is read in any case and order, and other columns are ignored', async () => {
    const { rows } = await readTable(
      'Retweets,TEXT, Created At ,Author,"External_ID",Sentiment,Entity\n3,great,2026-11-24T10:00:00+01:00,ann,77,pos,Xbox\n',
    )
    expect(fieldsOf(rows[0])).toEqual({
      externalId: '77',
      entity: 'Xbox',
      text: 'great',
      label: 'POSITIVE',
      postedAt: new Date('2026-11-24T09:00:00Z'),
      author: 'ann',
    })
  })

  test('external_id takes precedence over id, posted_at over created_at, sentiment over label', async () => {
    const { rows } = await readTable(
      'id,external_id,created_at,posted_at,label,sentiment,text\n1,x7,2020-01-01,2021-01-01,Positive,Negative,hm\n',
    )
    expect(fieldsOf(rows[0])).toMatchObject({
      externalId: 'x7',
      postedAt: new Date('2021-01-01T00:00:00Z'),
      label: 'NEGATIVE',
    })
  })

  test('columns can be given for a file without a header, and skipped', async () => {
    const { rows } = await readTable('2401,Borderlands,x,Positive,"good, really"\n', {
      columns: 'id,entity,-,sentiment,text',
    })
    expect(fieldsOf(rows[0])).toMatchObject({
      externalId: '2401',
      entity: 'Borderlands',
      label: 'POSITIVE',
      text: 'good, really',
    })
  })

  test('a score is a label by its sign', async () => {
    const { rows } = await readTable('a,-2\nb,0\nc,1\nd,7\n', { columns: 'text,score' })
    expect(rows.map(row => fieldsOf(row).label)).toEqual(['NEGATIVE', 'NEUTRAL', 'POSITIVE', null])
  })

  test('an entity can be given to rows that name none', async () => {
    expect(await rowsOf('text,entity\na,\nb,Sony\n', { entity: 'Xbox' })).toEqual(['2: Xbox | a', '3: Sony | b'])
    expect(await rowsOf('text\na\n', { entity: 'Xbox' })).toEqual(['2: Xbox | a'])
  })

  test('a file without a text column is refused with the found columns and a fix', async () => {
    await expect(readTable('id,entity,words\n1,Xbox,hi\n')).rejects.toThrow(
      /feed\.csv has no text column in its first line \(found: id, entity, words\)\. Rename the column that contains the tweets to text/,
    )
    await expect(readTable('2401,Xbox,Positive,hi\n')).rejects.toThrow(
      /without a header, as in --columns id,entity,sentiment,text/,
    )
  })

  test('a duplicate column is refused', async () => {
    await expect(readTable('text,id,Text\na,1,b\n')).rejects.toThrow(/column text more than once \(columns 1 and 3\)/)
  })

  test.each([
    ['id,entity', /needs a text column/],
    ['id,text,text', /names text twice/],
    ['id,body,text', /contains "body"; valid columns are/],
    ['text,label,score', /both a label and a score/],
  ])('--columns %s is refused', async (columns, message) => {
    await expect(readTable('1,2,3\n', { columns })).rejects.toThrow(message)
  })
})

describe('a header', () => {
  const HOOTSUITE = 'Post Date,Author,Message,Sentiment,Keyword\n2026-03-01,ann,hoot two good,Positive,FileCo\n'

  test('is no tweet although the columns are listed, unless the user says so', async () => {
    const columns = 'posted_at,author,text,-,entity'
    const detected = await readTable(HOOTSUITE, { columns })
    expect(detected.rows.map(shown)).toEqual(['2: FileCo | hoot two good'])
    expect(detected.notices).toEqual([
      'The first line of feed.csv is a header and no row (Post Date, Author, Message, Sentiment, Keyword); --no-header reads it as a row.',
    ])
    expect(await rowsOf(HOOTSUITE, { columns, hasHeader: true })).toEqual(['2: FileCo | hoot two good'])
    expect(await rowsOf(HOOTSUITE, { columns: '-,author,text,-,entity', hasHeader: false })).toHaveLength(2)
  })

  test.each([
    ['id,text', '1,the text\n2,other\n'],
    ['text', 'text message\nother\n'],
    ['id,entity,text', '1,brand,my text\n2,Xbox,x\n'],
    ['text,posted_at', 'good,2026-03-01\nbad,\n'],
  ])('of the columns %s is not seen in rows of tweets', async (columns, content) => {
    expect(await rowsOf(content, { columns })).toHaveLength(2)
  })

  test.each([
    ['id,text', 'tweet_id,tweet\n1,a\n'],
    ['text', 'text\na\n'],
    ['text,posted_at', 'Inhalt,Datum\na,2026-03-01\n'],
  ])('of the columns %s is seen', async (columns, content) => {
    expect(await rowsOf(content, { columns })).toEqual(['2: - | a'])
  })

  test('with another number of columns than listed is refused', async () => {
    await expect(readTable(HOOTSUITE, { columns: 'author,text' })).rejects.toThrow(/has 5 columns .*but 2 are named/)
  })

  test('is mapped by names, and its other known names are recognised', async () => {
    const map = parseColumnMap('text=Message, posted_at="Post Date",entity=keyword')
    const { rows, ignoredColumns } = await readTable(HOOTSUITE, { map })
    expect(fieldsOf(rows[0])).toMatchObject({
      text: 'hoot two good',
      entity: 'FileCo',
      label: 'POSITIVE',
      author: 'ann',
      postedAt: new Date('2026-03-01T00:00:00Z'),
    })
    expect(ignoredColumns).toEqual([])
  })

  test('can be mapped to no column, and a file without a header by numbers', async () => {
    const { rows } = await readTable(HOOTSUITE, { map: { author: '-' } })
    expect(fieldsOf(rows[0]).author).toBeNull()
    const map = parseColumnMap('text=column_2')
    expect(await rowsOf('1,a\n2,b\n', { map, hasHeader: false })).toEqual(['1: - | a', '2: - | b'])
  })

  test.each([
    ['text=Nachricht', /has no column "Nachricht" \(found: Post Date, Author/],
    ['Message', /expected pairs of a field and a column/],
    ['body=Message', /contains "body"; the fields are/],
    ['text=Message,text=Author', /names text twice/],
    ['sentiment=Sentiment,score=Keyword', /both a label and a score/],
  ])('cannot be mapped by %s', async (map, message) => {
    await expect((async () => readTable(HOOTSUITE, { map: parseColumnMap(map) }))()).rejects.toThrow(message)
  })

  test('names its ignored columns', async () => {
    const airline =
      'tweet_id,airline_sentiment,airline_sentiment_confidence,airline,name,text,tweet_created\n' +
      '570306133677760513,neutral,1.0,Virgin America,cairdin,What said,2015-02-24 11:35:52 -0800\n'
    const { rows, ignoredColumns } = await readTable(airline)
    expect(ignoredColumns).toEqual(['airline_sentiment_confidence', 'name'])
    expect(fieldsOf(rows[0])).toEqual({
      externalId: '570306133677760513',
      entity: 'Virgin America',
      text: 'What said',
      label: 'NEUTRAL',
      postedAt: new Date('2015-02-24T19:35:52Z'),
      author: null,
    })
    const objects = await readTable('{"text":"a","likes":1}\n{"text":"b","lang":"en","score":3}\n', {}, 'a.ndjson')
    expect(objects.ignoredColumns).toEqual(['likes', 'lang', 'score'])
  })

  test('calls a column score if its values are scores from -2 to 2', async () => {
    const scores = await readTable('text,score\na,-1\nb,2\nc,0\n')
    expect(scores.rows.map(row => fieldsOf(row).label)).toEqual(['NEGATIVE', 'POSITIVE', 'NEUTRAL'])
    const votes = await readTable('text,score\na,-1\nb,57\n')
    expect(votes.rows.map(row => fieldsOf(row).label)).toEqual([null, null])
    expect(votes.ignoredColumns).toEqual(['score'])
    expect((await readTable('text,score\na,1\nb,2\n')).ignoredColumns).toEqual(['score'])
  })

  test('may have a blank before quoted names', async () => {
    const { rows } = await readTable('id, "text", "sentiment"\n1, a, neg\n2, "say ""b""", pos\n')
    expect(fieldsOf(rows[0])).toMatchObject({ externalId: '1', text: ' a', label: 'NEGATIVE' })
    expect(fieldsOf(rows[1])).toMatchObject({ externalId: '2', text: 'say "b"', label: 'POSITIVE' })
  })

  test('is skipped where it is repeated inside the file, and counted', async () => {
    const { rows, rowNotices } = await readTable(
      'id,entity,text\n1,Cat,I love Cat\nid,entity,text\n2,Cat,I hate Cat\n"id","entity","text"\n\u{feff}id,entity,text\n',
    )
    expect(rows.map(shown)).toEqual(['2: Cat | I love Cat', '4: Cat | I hate Cat'])
    expect(rows.map(({ row }) => row)).toEqual([1, 2])
    expect(rowNotices).toEqual(['The header is repeated in 3 lines, which are skipped.'])
  })

  test('follows lines that are skipped', async () => {
    const content = 'Report: Xbox\r\n"a;b"\r\n\r\ntext;id\r\nhello;1\r\n'
    expect(await rowsOf(content, { skipLines: 3 })).toEqual(['5: - | hello'])
    expect(await rowsOf('a\rtext\rhello\r', { skipLines: 1 })).toEqual(['3: - | hello'])
    expect(await rowsOf('a\n{"text":"hello"}\n', { skipLines: 1 }, 'a.ndjson')).toEqual(['2: - | hello'])
  })
})

describe("Excel's line that names the delimiter", () => {
  test.each([
    ['sep=;\r\nid;entity;text\r\n1;Sep;I love, Sep\r\n'],
    ['\u{feff}sep=;\nid;entity;text\n1;Sep;I love, Sep\n'],
    ['"sep=;"\n"id";"entity";"text"\n1;Sep;"I love, Sep"\n'],
    ['sep=\t\nid\tentity\ttext\n1\tSep\tI love, Sep\n'],
    ['SEP=^\nid^entity^text\n1^Sep^I love, Sep\n'],
  ])('%j is no row', async content => {
    expect(await rowsOf(content)).toEqual(['3: Sep | I love, Sep'])
  })

  test('is read with listed columns as well', async () => {
    expect(await rowsOf('sep=;\n1;a\n', { columns: 'id,text' })).toEqual(['2: - | a'])
  })
})

describe('formats', () => {
  test.each([
    ['CRLF', 'id,text\r\n1,a\r\n2,b\r\n'],
    ['LF', 'id,text\n1,a\n2,b\n'],
    ['CR', 'id,text\r1,a\r2,b\r'],
    ['no last line end', 'id,text\n1,a\n2,b'],
    ['blank lines between', 'id,text\n\n1,a\n  \n\n2,b\n\n'],
    ['tabs', 'id\ttext\n1\ta\n2\tb\n'],
    ['semicolons', 'id;text\n1;a\n2;b\n'],
    ['bars', 'id|text\n1|a\n2|b\n'],
    ['NDJSON', '{"id":1,"text":"a"}\n\n{"id":"2","text":"b"}\n'],
    ['NDJSON with CRLF', '{"ID":1,"Text":"a"}\r\n{"external_id":"2","text":"b"}'],
  ])('%s is detected by content', async (_name, content) => {
    const { rows } = await readTable(content, {}, 'feed.txt')
    expect(rows.map(row => [fieldsOf(row).externalId, fieldsOf(row).text])).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ])
  })

  test('tabs win over commas if both give the expected number of columns', async () => {
    expect(await rowsOf('7\tXbox\tgood, bad, ugly\n', { columns: 'id,entity,text' }, 'x.txt')).toEqual([
      '1: Xbox | good, bad, ugly',
    ])
  })

  test('a comma in a semicolon file is text', async () => {
    expect(await rowsOf('text;id\na, b;1\n')).toEqual(['2: - | a, b'])
  })

  test('a file of one column has no delimiter: every line is a text', async () => {
    expect(await rowsOf('text\nHello, world; a|b\t!\n"so, ""quoted"""\n')).toEqual([
      '2: - | Hello, world; a|b\t!',
      '3: - | so, "quoted"',
    ])
    expect(await rowsOf('Hello, world\n', { columns: 'text', entity: 'Xbox' }, 'tweets.txt')).toEqual([
      '1: Xbox | Hello, world',
    ])
  })

  test('empty cells at the end of the first line count', async () => {
    expect(await rowsOf('a, b\tXbox\t\n', { columns: 'text,entity,id' })).toEqual(['1: Xbox | a, b'])
  })

  test('the format can be forced', async () => {
    expect(await rowsOf('text,id\ta\n1,2\t3\n', { format: 'tsv', columns: 'entity,text' })).toEqual([
      '1: text,id | a',
      '2: 1,2 | 3',
    ])
  })

  test('JSON documents are read, whatever their name is', async () => {
    for (const name of ['a.json', 'a.txt', 'tweets.js', 'a.ndjson']) {
      expect(await rowsOf('[{"text":"a"},\n{"text":"b"}]', {}, name)).toEqual(['1: - | a', '2: - | b'])
      expect(await rowsOf('{\n  "text": "a"\n}\n{"text": "b"}\n', {}, name)).toEqual(['1: - | a', '4: - | b'])
      expect(await rowsOf('[{"text":"a"}]', { format: 'json' }, name)).toEqual(['1: - | a'])
    }
    expect(await rowsOf('[]', {}, 'a.json')).toEqual([])
  })

  test('a file that merely begins like JSON is a table', async () => {
    expect(await rowsOf('[sic] text;text\n1;[a]\n')).toEqual(['2: - | [a]'])
    expect(await rowsOf('{name}\ttext\n1\t{a\n')).toEqual(['2: - | {a'])
  })

  test('workbooks and archives are refused with a fix', async () => {
    await expect(readTable(Buffer.from('PK\x03\x04rest'), {}, 'a.xlsx')).rejects.toThrow(/save the sheet as CSV UTF-8/)
  })

  test.each([
    ['an empty file', ''],
    ['only a mark', '\u{feff}'],
    ['only line ends', '\n\n'],
    ['only a header', 'id,text\n'],
  ])('%s has no rows', async (_name, content) => expect(await rowsOf(content)).toEqual([]))
})

describe('packing', () => {
  test('gzip is detected by its first bytes, and a compressed file has the hash of its content', async () => {
    const content = 'id,text\n1,a\n'
    const packed = await readTable(gzipSync(content), {}, 'packed.csv')
    expect(packed.rows.map(shown)).toEqual(['2: - | a'])
    expect(packed.sha256).toBe((await readTable(content)).sha256)
  })

  test('two consecutive gzip members are one file', async () => {
    expect(await rowsOf(Buffer.concat([gzipSync('text\na\n'), gzipSync('b\n')]))).toEqual(['2: - | a', '3: - | b'])
  })

  test('a truncated or damaged gzip file is refused before its first row', async () => {
    const packed = gzipSync('id,text\n'.concat('1,hello\n'.repeat(5000)))
    await expect(readTable(packed.subarray(0, packed.length - 20))).rejects.toThrow(/is truncated/)
    const damaged = Buffer.from(packed)
    damaged.fill(0x55, 40, 60)
    await expect(readTable(damaged)).rejects.toThrow(UsageError)
  })
})

describe('quotes and lines', () => {
  test('a quoted cell may contain line ends, carriage returns, delimiters and quotes; lines are counted as in an editor', async () => {
    const content = 'id,text\n1,"one\ntwo\r\nthree"\n2,"a\rb"\n3,"say ""hi"", twice"\n4,end\n'
    expect(await rowsOf(content)).toEqual([
      '2: - | one\ntwo\r\nthree',
      '5: - | a\rb',
      '6: - | say "hi", twice',
      '7: - | end',
    ])
  })

  test('a bare carriage return in an unquoted cell is text if lines end otherwise', async () => {
    expect(await rowsOf('id,text\n1,a\rb\n2,c\n')).toEqual(['2: - | a\rb', '3: - | c'])
  })

  test('a quote in the middle of a cell is text', async () => {
    expect(await rowsOf('id,text\n1,a 5" disk\n2,say "hi"\n3,"x" y\n')).toEqual([
      '2: - | a 5" disk',
      '3: - | say "hi"',
      '4: - | "x" y',
    ])
  })

  test('an unclosed quote costs only its own line', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `${index},row ${index}\n`).join('')
    const rows = await rowsOf(`id,text\n1,ok\n2,"open\n${many}`)
    expect(rows).toHaveLength(3002)
    expect(rows[0]).toBe('2: - | ok')
    expect(rows[1]).toMatch(/^3! A quote that opens on this line is never closed/)
    expect(rows[2]).toBe('4: - | row 0')
    expect(rows.at(-1)).toBe('3003: - | row 2999')
  })

  test('each of many unclosed quotes costs one line', async () => {
    const rows = await rowsOf(`id,text\n${'1,"open\n2,fine\n'.repeat(2000)}`)
    expect(rows.filter(row => row.endsWith('| fine'))).toHaveLength(2000)
    expect(rows.filter(row => row.includes('!'))).toHaveLength(2000)
  })

  test('an unclosed quote is text in a tab-separated file', async () => {
    expect(await rowsOf('id\ttext\n1\t"great day\n2\tfine\n')).toEqual(['2: - | "great day', '3: - | fine'])
  })

  test('rows with too many or too few cells are rejected with their line and keep their cells', async () => {
    const { rows } = await readTable('id,text\n1,a,b\n2\n3,c,,\n4,d\n')
    expect(rows.map(shown)).toEqual([
      '2! The row has 3 cells, but 2 are expected; a cell that contains the delimiter needs quotes.',
      '3! The row has 1 cell, but 2 are expected.',
      '4: - | c',
      '5: - | d',
    ])
    expect(rows[0]?.cells).toEqual(['1', 'a', 'b'])
  })

  test('a record of 10 MB is read, and so is the next row', async () => {
    const { rows } = await readTable(`id,text\n1,"${'long line\n'.repeat(1_000_000)}"\n3,fine\n`)
    expect(rows.map(row => row.line)).toEqual([2, 1_000_003])
    expect(fieldsOf(rows[0]).text).toHaveLength(10_000_000)
    expect(fieldsOf(rows[1]).text).toBe('fine')
  }, 60_000)

  test('NUL bytes and replacement characters do not affect the columns', async () => {
    expect(await rowsOf('id,text\n1,a\0b\n2,"c\0"\n')).toEqual(['2: - | a\0b', '3: - | c\0'])
  })
})

describe('NDJSON', () => {
  test('invalid lines are rejected with their line, and reading continues', async () => {
    const lines = [
      '{"text":"a"}',
      '{"text":',
      '[1]',
      '"text"',
      '{"id":1}',
      '{"text":5}',
      '{"text":"b","author":["x"]}',
      '{"text":"z"}',
    ]
    const { rows } = await readTable(lines.join('\n'), {}, 'a.ndjson')
    expect(rows.map(row => row.fields.ok)).toEqual([true, false, false, false, false, false, false, true])
    expect(rows.map(row => row.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(rows[1]?.raw).toBe('{"text":')
  })

  test('ids of 19 digits are not rounded, and numbers inside a text are unchanged', async () => {
    const line =
      '{"id":1234567890123456789,"weight":0.12345678901234567,"text":"call \\"1234567890123456789\\" :1234567890123456789"}'
    const { rows } = await readTable(line, {}, 'a.ndjson')
    expect(fieldsOf(rows[0])).toMatchObject({
      externalId: '1234567890123456789',
      text: 'call "1234567890123456789" :1234567890123456789',
    })
  })

  test('a line without end is rejected, and the next one is read', async () => {
    const { rows } = await readTable(`{"text":"${'x'.repeat(20_000_000)}"}\n{"text":"fine"}\n`, {}, 'a.ndjson')
    expect(rows.map(row => [row.line, row.fields.ok])).toEqual([
      [1, false],
      [2, true],
    ])
  }, 60_000)

  test('columns cannot be given for objects', async () => {
    await expect(readTable('{"text":"a"}\n', { columns: 'text' }, 'a.ndjson')).rejects.toThrow(/remove --columns/)
  })
})

describe('any table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\t', ' ', 'é', '👍', ';', "'"),
    maxLength: 12,
  })
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`

  test('a written CSV is read back exactly, with any chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        async (table, end) => {
          const content = ['id,text', ...table.map(row => row.map(quoted).join(','))].join(end)
          const { rows } = await readTable(content)
          expect(rows.map(row => row.cells)).toEqual(table)
          const lines = table.map(
            (_, index) => 2 + (table.slice(0, index).flat().join('').match(/\n/g)?.length ?? 0) + index,
          )
          expect(rows.map(row => row.line)).toEqual(lines)
        },
      ),
      { numRuns: 150 },
    )
  })
})
