import { answerOf, fitCorrection, type LabelledRows } from './fit-correction.ts'

/**
 * Probabilities of each row by a correction that was fitted without its unit: rows with the same unit are in the same
 * fold. Same order as `labelled.rows`.
 * @param units of each mention of the layer.
 * @param isSeen whether the group of a tested row is known to the correction; false for entities that are left out.
 */
export function crossFit(
  labelled: LabelledRows,
  units: Int32Array,
  folds: number,
  random: () => number,
  isSeen = true,
): readonly (readonly number[])[] {
  const foldOf = foldsOf(labelled.rows, units, folds, random)
  const answers: (readonly number[])[] = labelled.rows.map(() => [])
  for (let fold = 0; fold < folds; fold++) {
    const tested = labelled.rows.flatMap((row, index) => (foldOf.get(units[row] ?? 0) === fold ? [index] : []))
    if (tested.length === 0) continue
    const rows = labelled.rows.filter(row => foldOf.get(units[row] ?? 0) !== fold)
    const correction = fitCorrection({ ...labelled, rows })
    for (const index of tested) {
      const row = labelled.rows[index] ?? 0
      answers[index] = answerOf(labelled.layer, row, correction, isSeen ? (labelled.groups[row] ?? -1) : -1)
    }
  }
  return answers
}

/** The fold of each unit. Units are dealt in a random order, the large ones first, so that folds have similar sizes. */
function foldsOf(
  rows: readonly number[],
  units: Int32Array,
  folds: number,
  random: () => number,
): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>()
  for (const row of rows) sizes.set(units[row] ?? 0, (sizes.get(units[row] ?? 0) ?? 0) + 1)
  const dealt = [...sizes].map(([unit, size]) => ({ unit, size, order: random() }))
  dealt.sort((one, other) => other.size - one.size || one.order - other.order)
  const filled = Array.from({ length: folds }, () => 0)
  return new Map(
    dealt.map(({ unit, size }) => {
      const fold = filled.indexOf(Math.min(...filled))
      filled[fold] = (filled[fold] ?? 0) + size
      return [unit, fold]
    }),
  )
}
