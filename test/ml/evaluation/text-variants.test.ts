import { expect, test } from 'vitest'
import { LABELS } from '../../../src/labels.ts'
import { textVariants } from '../../../src/ml/evaluation/text-variants.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'
import { scoredRow } from './scored-rows.ts'

const bootstrap = () => ({ resamples: 200, level: 0.95, random: seededRandom(1) })
const variant = (text: string, ...[actual, probabilities, tweet, entity]: Parameters<typeof scoredRow>) => ({
  ...scoredRow(actual, probabilities, tweet, entity),
  text,
})

const [GLAD, PLAIN] = [
  [0.9, 0.05, 0.05],
  [0.3, 0.6, 0.1],
]

test('the same text, other labels and single texts are no variants', () => {
  const rows = [
    variant('one text', 'POSITIVE', GLAD, 'a', 'Acme'),
    variant('one text', 'POSITIVE', GLAD, 'a', 'Globex'),
    variant('glad', 'POSITIVE', GLAD, 'b'),
    variant('sad', 'NEGATIVE', GLAD, 'b'),
    variant('alone', 'POSITIVE', GLAD, 'c'),
    scoredRow('POSITIVE', GLAD, 'd'),
    scoredRow('POSITIVE', PLAIN, 'd'),
  ]
  expect(textVariants(rows, LABELS, bootstrap())).toBeNull()
})

test('variants need one label for all texts; the difference is that of the most different texts', () => {
  const rows = [
    variant('she is tall', 'NEUTRAL', PLAIN, 'a'),
    variant('he is tall', 'NEUTRAL', GLAD, 'a'),
    variant('they are tall', 'NEUTRAL', PLAIN, 'a'),
    variant('a cat', 'NEUTRAL', PLAIN, 'b'),
    variant('a dog', 'NEUTRAL', PLAIN, 'b'),
  ]
  const found = textVariants(rows, LABELS, bootstrap())
  expect(found).toMatchObject({ sameLabel: { value: 0.5, sampleSize: 2 }, meanShift: { sampleSize: 2 } })
  expect(found?.largestShift).toBeCloseTo(0.6, 12)
  expect(found?.meanShift.value).toBeCloseTo(0.3, 12)
})
