import { expect, test } from 'vitest'
import type { SparseRows } from '../../../../src/ml/training/linear-baseline/sparse-rows.ts'
import { fitTfIdf } from '../../../../src/ml/training/linear-baseline/tf-idf.ts'

const TEXTS = [
  'I love love this game',
  'this game is so good, I love it',
  'The game crashed; it is so bad',
  'bad bad game 2',
  'love it so',
]
const about = (entity: string | null) => TEXTS.map(text => ({ text, entity }))

/** Products of every row with every other: they do not depend on the numbering of columns. */
function products({ starts, columns, values }: SparseRows): number[][] {
  const rows = Array.from({ length: starts.length - 1 }, (_, row) => {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    return new Map([...columns.subarray(from, to)].map((column, at) => [column, values[from + at] ?? 0]))
  })
  return rows.map(one =>
    rows.map(other => [...one].reduce((sum, [column, value]) => sum + value * (other.get(column) ?? 0), 0)),
  )
}

test('words, word pairs and characters have the weights of scikit-learn', () => {
  // scikit-learn 1.9: TfidfVectorizer(token_pattern=r"\w+", ngram_range=(1, 2)) beside TfidfVectorizer(analyzer="char_wb",
  // ngram_range=(2, 5)), both with sublinear_tf=True and min_df=2, on the texts above.
  const expected = [
    [2.0, 1.553929, 0.404067, 0.276061, 0.828429],
    [1.553929, 2.0, 1.196226, 0.264557, 1.202266],
    [0.404067, 1.196226, 2.0, 1.244248, 0.735592],
    [0.276061, 0.264557, 1.244248, 2.0, 0.014075],
    [0.828429, 1.202266, 0.735592, 0.014075, 2.0],
  ]
  const { columns, transform } = fitTfIdf(about(null))
  expect(columns).toBe(12 + 67)
  for (const [row, numbers] of products(transform(about(null))).entries()) {
    for (const [column, number] of numbers.entries())
      expect(number).toBeCloseTo(expected[row]?.[column] ?? Number.NaN, 5)
  }
})

test('an entity adds its own features in any spelling, and an unknown one adds none', () => {
  const { transform } = fitTfIdf(about('Xbox'))
  const squares = (entity: string | null) => products(transform(about(entity))).map((row, at) => row[at] ?? 0)
  for (const square of squares('#XBOX')) expect(square).toBeCloseTo(3, 5)
  for (const square of [...squares('Halo'), ...squares(null)]) expect(square).toBeCloseTo(2, 5)
})

test('a text without any known feature is an empty row', () => {
  const { starts } = fitTfIdf(about(null)).transform([
    { text: '', entity: null },
    { text: 'zzz', entity: null },
  ])
  expect([...starts]).toEqual([0, 0, 0])
})
