import { expect, test } from 'vitest'
import { answerOf, fitCorrection, type LabelledRows } from '../../../src/ml/adaptation/fit-correction.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

const SIZE = 6

/** Rows whose logits say nothing; three labels and a relevance. */
function labelledRows(count: number, targetOf: (inputs: Float32Array, random: () => number) => number): LabelledRows {
  const random = seededRandom(7)
  const inputs = Float32Array.from({ length: count * SIZE }, random)
  const logits = Float64Array.from({ length: count * 4 }, (_, at) => (at % 4 === 3 ? 3 : 0))
  const targets = Uint8Array.from({ length: count }, (_, row) =>
    targetOf(inputs.subarray(row * SIZE, (row + 1) * SIZE), random),
  )
  return {
    layer: {
      size: SIZE,
      outputs: 4,
      hasRelevance: true,
      inputs,
      logits,
      encoded: [],
      isRead: Array.from({ length: count }, () => true),
    },
    rows: Array.from({ length: count }, (_, row) => row),
    targets,
    groups: new Int32Array(count).fill(-1),
    groupCount: 0,
    weights: new Float64Array(count).fill(1),
  }
}

const meanAnswer = ({ layer, rows }: LabelledRows, correction: ReturnType<typeof fitCorrection>) => {
  const answers = rows.map(row => answerOf(layer, row, correction, -1))
  return [0, 1, 2, 3].map(output => answers.reduce((sum, answer) => sum + (answer[output] ?? 0), 0) / rows.length)
}

test('the mix of labels is learned, with irrelevant ones, and fewer labels are trusted less', () => {
  const mix = (_: unknown, random: () => number) => (random() < 0.4 ? 3 : random() < 0.75 ? 1 : 0)
  const [few, many] = [20, 2000].map(count => {
    const labelled = labelledRows(count, mix)
    const shares = [0, 1, 2, 3].map(
      label => labelled.targets.filter(target => target === label).length / labelled.targets.length,
    )
    const answer = meanAnswer(labelled, fitCorrection(labelled))
    return Math.max(...answer.map((share, label) => Math.abs(share - (shares[label] ?? 0))))
  })
  expect(many).toBeLessThan(0.01)
  expect(few).toBeGreaterThan(0.02)
})

test('hundreds of labels teach what an input means; the answer for other rows follows it', () => {
  const byInput = (inputs: Float32Array) => ((inputs[2] ?? 0) > 0.5 ? 2 : 0)
  const labelled = labelledRows(400, byInput)
  const correction = fitCorrection({ ...labelled, rows: labelled.rows.slice(0, 300) })
  const right = labelled.rows.slice(300).filter(row => {
    const answer = answerOf(labelled.layer, row, correction, -1)
    return answer.indexOf(Math.max(...answer)) === labelled.targets[row]
  })
  expect(right.length).toBeGreaterThan(90)
})

test('without labels nothing is corrected', () => {
  const { offset, kernel } = fitCorrection({ ...labelledRows(10, () => 0), rows: [] })
  expect([...offset, ...kernel].every(value => value === 0)).toBe(true)
})

test('no other correction is more probable', () => {
  const labelled = labelledRows(60, (inputs, random) => ((inputs[0] ?? 0) > random() ? 1 : 0))
  const best = fitCorrection(labelled)
  const loss = (change: (values: Float64Array) => Float64Array) => {
    const correction = { ...best, offset: change(best.offset) }
    // The prior of an offset has the deviation 1.
    const prior = (correction.offset as Float64Array).reduce((sum, value) => sum + value * value, 0) / 2
    return labelled.rows.reduce(
      (sum, row) => sum - Math.log(answerOf(labelled.layer, row, correction, -1)[labelled.targets[row] ?? 0] ?? 0),
      prior,
    )
  }
  const least = loss(values => values)
  for (const output of [0, 1, 2, 3]) {
    // The offset of the result also has the means of the inputs inside, which moves its prior a little.
    for (const step of [-0.5, 0.5]) {
      expect(loss(values => values.map((value, at) => (at === output ? value + step : value)))).toBeGreaterThan(least)
    }
  }
})
