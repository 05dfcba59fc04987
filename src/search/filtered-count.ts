import type { LabelCounts } from '../analytics/label-counts.ts'
import type { Label } from '../labels.ts'
import type { ClassificationFilter } from './classification-page.ts'

const COLUMNS = {
  POSITIVE: 'positive',
  NEUTRAL: 'neutral',
  NEGATIVE: 'negative',
  IRRELEVANT: 'irrelevant',
} as const satisfies Record<Label, keyof LabelCounts>

/** The number of classifications that match a filter, if the counts have it: null for an author, a language, words, or a label with `isUncertain`. */
export function filteredCount(
  counts: LabelCounts,
  { label, isUncertain, author, language, text }: ClassificationFilter,
): number | null {
  if (author !== null || language !== null || text !== null || (label !== null && isUncertain !== null)) return null
  if (label !== null) return counts[COLUMNS[label]]
  if (isUncertain === null) return counts.total
  // The model cannot be certain of an answer about a text that it could not read.
  const uncertain = counts.uncertain + counts.unreadable + counts.unsupportedLanguage
  return isUncertain ? uncertain : counts.total - uncertain
}
