import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../../src/tables/json/parse-json.ts'
import { readJsonDocuments } from '../../../src/tables/json/split-json.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Each object, or the line and the reason. */
async function read(text: string, { size = 7, limit }: { size?: number; limit?: number } = {}) {
  const found: unknown[] = []
  for await (const records of readJsonDocuments(inPieces(text, size), limit)) {
    for (const record of records)
      found.push('cells' in record ? record.cells : `${record.line}! ${record.problem.message}`)
  }
  return found
}

const TWO = [{ a: 1 }, { a: '}],[{"' }]

describe('objects are read', () => {
  test.each([
    ['an array', '[{"a":1},{"a":"}],[{\\""}]'],
    ['an array over lines', '[\n  {\n    "a": 1\n  },\n  {\n "a":\n"}],[{\\"" }\n]\n'],
    ['an archive', 'window.YTD.tweets.part0 = [ {"a":1}, {"a":"}],[{\\""} ]'],
    [
      'two archives in one file',
      'window.YTD.tweets.part0 = [{"a":1}]\nwindow.YTD.tweets.part1 = [{"a":"}],[{\\""}];\n',
    ],
    ['objects after each other', '{\n"a":1}\n{"a":\n"}],[{\\""}'],
    ['objects side by side', '{"a":1}{"a":"}],[{\\""}'],
    ['a script', 'var tweets = [{"a":1},{"a":"}],[{\\""}];'],
    ['CRLF', '[\r\n{"a":1},\r\n{"a":"}],[{\\""}\r\n]\r\n'],
  ])('from %s', async (_, text) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(await read(text, { size })).toEqual(TWO)
  })

  test('however the file is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(undefined, 2, '\t'),
        async (objects, size, indent) => {
          const plain = objects.map(object => ({ ...object }))
          expect(await read(JSON.stringify(plain, null, indent), { size })).toEqual(parseJson(JSON.stringify(plain)))
        },
      ),
    )
  })

  test('nothing is read from empty documents', async () => {
    for (const text of ['', ' \n', '[]', '[\n]\n', 'window.YTD.tweets.part0 = [ ]'])
      expect(await read(text)).toEqual([])
  })
})

describe('a broken object costs itself', () => {
  test.each([
    [
      '[{"a":1},\n{"a":},\n{"a":2}]',
      [{ a: 1 }, '2! This is not valid JSON; expected an object such as {"id": "7", "text": "…"}.', { a: 2 }],
    ],
    ['[{"a":1},\n{"a":"open},\n{"a":2}]', [{ a: 1 }, expect.stringMatching(/^2! This is not valid/)]],
    ['[{"a":1},\n{"a":"open\n},\n{"a":2}]', [{ a: 1 }, expect.stringMatching(/^2! This is not valid/), { a: 2 }]],
    [
      '[{"a":1}, 7, "x", {"a":2}]',
      [{ a: 1 }, expect.stringMatching(/^1! This is not a JSON object/), expect.stringMatching(/^1!/), { a: 2 }],
    ],
    ['[{"a":1}, [{"a":3}], {"a":2}]', [{ a: 1 }, expect.stringMatching(/^1! This is not a JSON object/), { a: 2 }]],
    ['[{"a":1},\n{"a":2', [{ a: 1 }, '2! The file ends within this JSON object; it was cut off.']],
  ])('%j', async (text, expected) => {
    expect(await read(text)).toEqual(expected)
  })

  test('and so does one that is too long', async () => {
    expect(await read(`[{"a":1},{"a":"${'x'.repeat(2 ** 20)}"},{"a":2}]`, { size: 1000, limit: 2 ** 20 })).toEqual([
      { a: 1 },
      '1! The row is longer than 1 MiB, so it was skipped.',
      { a: 2 },
    ])
  })
})
