import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf, readTable, shown } from './table.ts'

const rowsOf = async (...parameters: Parameters<typeof readTable>) => (await readTable(...parameters)).rows.map(shown)

const DELIMITERS = ['\t', ',', ';', '|']

describe('a cell that begins with a quote in a file without quoting', () => {
  const LINES = [
    'id\tentity\tsentiment\ttext',
    '1\tShow\tneutral\t"Watching the Show tomorrow',
    '2\tShow\tpositive\tI love Show',
    '3\tShow\tnegative\tI hate Show so much"',
    '4\tShow\tneutral\tShow opens at 9',
  ]
  const TEXTS = ['"Watching the Show tomorrow', 'I love Show', 'I hate Show so much"', 'Show opens at 9']

  test.each(DELIMITERS)('is text, separated by %j', async delimiter => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { rows } = await readTable(LINES.map(line => line.replaceAll('\t', delimiter)).join(end) + end)
      expect(rows.map(row => fieldsOf(row).text)).toEqual(TEXTS)
      expect(rows.map(row => fieldsOf(row).label)).toEqual(['NEUTRAL', 'POSITIVE', 'NEGATIVE', 'NEUTRAL'])
      expect(rows.map(row => row.line)).toEqual([2, 3, 4, 5])
    }
  })

  test.each(DELIMITERS)('is text in the first column and without a header, separated by %j', async delimiter => {
    const lines = ['"so it begins\t7\tXbox', 'fine day\t8\tXbox', 'so it ends"\t9\tXbox', 'bye\t10\tXbox']
    const content = lines.map(line => line.replaceAll('\t', delimiter)).join('\n')
    expect(await rowsOf(content, { columns: 'text,id,entity' })).toEqual([
      '1: Xbox | "so it begins',
      '2: Xbox | fine day',
      '3: Xbox | so it ends"',
      '4: Xbox | bye',
    ])
  })

  test('is text hundreds of rows before the next quote, with a broken row between', async () => {
    const rows = Array.from({ length: 900 }, (_, index) => `${index},Show,row ${index}`)
    rows[10] = '10,Show,"open'
    rows[300] = '300,Show,one,too many'
    rows[700] = '700,Show,closed"'
    rows[800] = '800,Show,"open again'
    const found = await rowsOf(`id,entity,text\n${rows.join('\n')}\n`)
    expect(found).toHaveLength(900)
    expect(found.filter(row => row.includes('!'))).toHaveLength(1)
    expect([found[10], found[700], found[800]]).toEqual([
      '12: Show | "open',
      '702: Show | closed"',
      '802: Show | "open again',
    ])
  })

  test('keeps the quotes of a text that is quoted as a whole', async () => {
    const content = 'id\ttext\n1\t"open\n2\tclosed"\n3\t"all of it"\n4\ta "word" of it\n'
    expect(await rowsOf(content)).toEqual([
      '2: - | "open',
      '3: - | closed"',
      '4: - | "all of it"',
      '5: - | a "word" of it',
    ])
  })

  test('is judged by itself where a file mixes both writings', async () => {
    const content = `id,entity,text\n1,Show,"a, b"\n2,Show,"c, d"\n3,Show,"open\n4,Show,fine\n5,Show,closed"\n6,Show,"two\nlines"\n`
    expect(await rowsOf(content)).toEqual([
      '2: Show | a, b',
      '3: Show | c, d',
      '4: Show | "open\n4,Show,fine\n5,Show,closed'.slice(0, 15),
      '5: Show | fine',
      '6: Show | closed"',
      '7: Show | two\nlines',
    ])
  })

  test('may be a real cell of several lines', async () => {
    const content =
      'id\tentity\tsentiment\ttext\n1\tShow\tneutral\t"first line\nsecond line"\n2\tShow\tpositive\tfine\n'
    expect(await rowsOf(content)).toEqual(['2: Show | first line\nsecond line', '4: Show | fine'])
    expect(await rowsOf('id,text\n1,"hello\nfoo, bar"\n2,bye\n')).toEqual(['2: - | hello\nfoo, bar', '4: - | bye'])
    const many = Array.from({ length: 50 }, (_, index) => `line, ${index}`).join('\n')
    expect(await rowsOf(`id,text\n1,"${many}"\n2,"a, b"\n`)).toEqual([`2: - | ${many}`, '52: - | a, b'])
  })
})

describe('a generated file', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', 'b', '"', ' ', "'", 'é', '👍', '!'),
    minLength: 1,
    maxLength: 20,
  })
  const text = words.filter(value => value.trim() !== '')
  const tweets = fc.array(text, { minLength: 1, maxLength: 30 })

  test('without quoting is read row by row', async () => {
    await fc.assert(
      fc.asyncProperty(tweets, fc.constantFrom(...DELIMITERS), fc.nat(), async (texts, delimiter, openings) => {
        // At least one opening and closing, so that the writing shows.
        const all = ['"opens', ...texts, 'closes"', `"opens ${openings}`, ...texts, 'plain']
        const lines = all.map((value, index) => [index, 'Show', 'positive', value].join(delimiter))
        const content = ['id', 'entity', 'sentiment', 'text'].join(delimiter)
        const { rows } = await readTable(`${content}\n${lines.join('\n')}\n`)
        expect(rows.map(row => row.cells[3])).toEqual(all)
      }),
      { numRuns: 200 },
    )
  })

  const cell = fc.string({
    unit: fc.constantFrom('a', ',', '"', '\n', '\t', ' ', '1', ';'),
    minLength: 1,
    maxLength: 12,
  })

  test.each(['always', 'if needed'])('that quotes %s is read back exactly', async when => {
    const written = (value: string) =>
      when === 'always' || /[",\n\t;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async texts => {
        const rows = texts.map((value, index) => [`a${index}`, 'Show', 'positive', value])
        const lines = [['id', 'entity', 'sentiment', 'text'], ...rows].map(row => row.map(written).join(','))
        const { rows: found } = await readTable(`${lines.join('\n')}\n`)
        expect(found.map(row => row.cells)).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })
})
