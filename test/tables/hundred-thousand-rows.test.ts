import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { readTable } from './table.ts'

const ROWS = 100_000
const HEADER = ['id', 'entity', 'text', 'sentiment', 'posted_at', 'author']
const WORDS = [
  'good',
  'bad',
  '"so"',
  "it's",
  'naïve',
  '👍🏽',
  '日本',
  '=1+1',
  '@xbox',
  'a;b',
  'c,d',
  'e|f',
  '\\n',
  '1.5',
  '""',
  '#tag',
]
const LABELS = ['Positive', 'Neutral', 'Negative', '']

/** Rows with every sign that a format gives a meaning; `breaks` are line ends inside of texts. */
function rowsWith(breaks: readonly string[]): string[][] {
  const random = seededRandom(7)
  const of = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T
  return Array.from({ length: ROWS }, (_, index) => {
    const words = Array.from({ length: 2 + Math.floor(random() * 9) }, () => of(WORDS))
    const text = words.map((word, at) => (at > 0 && random() < 0.05 ? of(breaks) : ' ') + word).join('')
    const time = new Date(1_700_000_000_000 + index * 1000).toISOString()
    return [
      String(1_290_000_000_000_000_000n + BigInt(index) * 7n),
      'Xbox',
      text.trim(),
      of(LABELS),
      time,
      `a${index % 99}`,
    ]
  })
}

async function expectSame(content: string | Buffer, expected: readonly (readonly string[])[], name: string) {
  const { rows, names } = await readTable(content, {}, name)
  expect(names).toEqual(HEADER)
  expect(rows).toHaveLength(expected.length)
  const differing = rows.filter(
    ({ cells, fields }, index) => !fields.ok || cells.some((cell, at) => cell !== expected[index]?.[at]),
  )
  expect(differing.slice(0, 3)).toEqual([])
}

const quoted = (delimiter: string) => (cell: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell

test.each([',', ';', '|', '\t'])(
  '100,000 quoted rows separated by %j are read cell by cell',
  async delimiter => {
    const rows = rowsWith(['\n', '\r\n', '\n\n'])
    const content = [HEADER, ...rows].map(row => row.map(quoted(delimiter)).join(delimiter)).join('\r\n')
    await expectSame(delimiter === ',' ? gzipSync(content) : content, rows, 'feed.txt')
  },
  120_000,
)

test('100,000 rows of a file without quoting are read cell by cell', async () => {
  const rows = rowsWith([' '])
  await expectSame([HEADER, ...rows].map(row => row.join('\t')).join('\n'), rows, 'feed.txt')
}, 120_000)
