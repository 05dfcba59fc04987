import { LABELS, type Label } from '../../labels.ts'
import type { LabelledRow } from '../evaluation/labelled-file.ts'

/** The most frequent label; the first of `LABELS` among equals. @param rows at least one. */
export function majorityLabel(rows: readonly Pick<LabelledRow, 'label'>[]): Label {
  const counts = LABELS.map(label => rows.filter(row => row.label === label).length)
  return LABELS[counts.indexOf(Math.max(...counts))] ?? LABELS[0]
}
