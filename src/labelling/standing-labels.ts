import type { MentionLabel } from './mention-label.ts'

/**
 * The labels that an annotator gave to one mention and did not undo, oldest first; the last one holds.
 * @param rows of one annotator and mention, by ascending number.
 */
export function standingLabels(rows: readonly MentionLabel[]): readonly MentionLabel[] {
  const undone = new Set(rows.flatMap(({ undoes }) => undoes ?? []))
  return rows.filter(({ number, undoes }) => undoes === null && !undone.has(number))
}
