import { expect, test } from 'vitest'
import { readDelimited } from '../../src/tables/read-delimited.ts'

const COMMAS = { delimiter: ',', lineEnd: '\n' } as const
const LIMIT = 100_000

async function read(content: string, chunkBytes: number) {
  const bytes = Buffer.from(content)
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes)
  }
  const records = []
  for await (const portion of readDelimited(chunks(), COMMAS, LIMIT)) records.push(...portion)
  return records.map(record =>
    'cells' in record ? [record.line, ...record.cells] : [record.line, record.problem.code],
  )
}

test.each([1, 2, 3, 7, 64])('the result does not depend on chunks of %i bytes', async chunkBytes => {
  const content = 'a,"b\r\n👍"\r\n"c ""quoted""",d\r\nbroken,"x"y\r\ne,f\r\ng,"open\r\nh,i'
  expect(await read(content, chunkBytes)).toEqual([
    [1, 'a', 'b\r\n👍'],
    [3, 'c "quoted"', 'd'],
    [4, 'broken', '"x"y'],
    [5, 'e', 'f'],
    [6, 'INVALID'],
    [7, 'h', 'i'],
  ])
})

test.each([1000, 65_536])('a line without end costs one record (chunks of %i bytes)', async chunkBytes => {
  expect(await read(`a,b\n1,${'x'.repeat(5 * LIMIT)}\nc,d\n`, chunkBytes)).toEqual([
    [1, 'a', 'b'],
    [2, 'TOO_LONG'],
    [3, 'c', 'd'],
  ])
})

test('an unclosed quote at the start of a large file costs only its line', async () => {
  const records = await read(`1,"open\n${'7,plain row without any quote at all\n'.repeat(20_000)}`, 65_536)
  expect(records).toHaveLength(20_001)
  expect(records[0]).toEqual([1, 'INVALID'])
  expect(records.at(-1)).toEqual([20_001, '7', 'plain row without any quote at all'])
})

test('a quoted record over the limit is rejected line by line, never silently', async () => {
  const records = await read(`1,"${'x\n'.repeat(LIMIT)}"\n2,fine\n`, 65_536)
  expect(records).toHaveLength(LIMIT + 2)
  expect(records[0]).toEqual([1, 'INVALID'])
  expect(records.at(-1)).toEqual([LIMIT + 2, '2', 'fine'])
})

test('the largest allowed record is read completely', async () => {
  const text = 'x'.repeat(LIMIT - 1000)
  expect(await read(`1,"${text}\n"\n2,fine\n`, 4096)).toEqual([
    [1, '1', `${text}\n`],
    [3, '2', 'fine'],
  ])
})
