import { describe, expect, test } from 'vitest'
import { type LabelRow, strataOf } from '../../src/labelling/strata/strata-of.ts'

/** `count` labelled tweets, each drawn with the same probability. */
const row = (label: LabelRow['label'], drawId: string | null, count: number, probability = 1): LabelRow => ({
  predicted: 'POSITIVE',
  isUncertain: false,
  label,
  drawId,
  isQueue: drawId !== null && drawId !== 'file',
  count,
  weight: count / probability,
  squaredWeight: count / probability ** 2,
})

describe('labelled strata', () => {
  test('keep the tweets of queues apart from those of files, without tweets that were chosen', () => {
    expect(
      strataOf([
        row('POSITIVE', 'a', 6, 0.1),
        row('NEGATIVE', 'a', 4, 0.1),
        row('NEUTRAL', null, 7),
        row('POSITIVE', 'file', 3),
      ]),
    ).toEqual([
      {
        predicted: 'POSITIVE',
        isUncertain: false,
        drawn: { count: 10, labels: [6, 0, 4, 0], effectiveCount: expect.closeTo(10, 10) },
        ofFiles: { count: 3, labels: [3, 0, 0, 0], effectiveCount: 3 },
      },
    ])
  })

  test('weight tweets by their inverse probabilities, and lose precision by it', () => {
    const [stratum] = strataOf([row('POSITIVE', 'a', 5, 0.5), row('NEGATIVE', 'a', 5, 0.1)])
    // Five tweets represent ten, the other five represent fifty.
    expect(stratum?.drawn.labels.map(value => value / 10)).toEqual([
      expect.closeTo(1 / 6, 10),
      0,
      expect.closeTo(5 / 6, 10),
      0,
    ])
    expect(stratum?.drawn.effectiveCount).toBeCloseTo(60 ** 2 / (5 * 4 + 5 * 100), 10)
  })

  test('combine draws in proportion to their sizes, whatever their probabilities', () => {
    const [stratum] = strataOf([row('POSITIVE', 'a', 30, 0.001), row('NEGATIVE', 'b', 10, 0.9)])
    expect(stratum?.drawn).toMatchObject({ count: 40, labels: [expect.closeTo(30, 10), 0, expect.closeTo(10, 10), 0] })
    expect(stratum?.drawn.effectiveCount).toBeCloseTo(40, 10)
  })
})
