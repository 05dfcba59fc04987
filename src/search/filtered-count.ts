import type { LabelCounts } from '../analytics/label-counts.ts'
import type { Label } from '../labels.ts'
import type { ClassificationFilter } from './classification-page.ts'

const COLUMNS = {
  POSITIVE: 'positive',
  NEUTRAL: 'neutral',
  NEGATIVE: 'negative',
  IRRELEVANT: 'irrelevant',
} as const satisfies Record<Label, keyof LabelCounts>

/** How many classifications pass the filter, as far as the counts tell: null for an author or words, or for a label among the uncertain. */
export function filteredCount(
  counts: LabelCounts,
  { label, isUncertain, author, text }: ClassificationFilter,
): number | null {
  if (author !== null || text !== null || (label !== null && isUncertain !== null)) return null
  if (label !== null) return counts[COLUMNS[label]]
  if (isUncertain === null) return counts.total
  return isUncertain ? counts.uncertain : counts.total - counts.uncertain
}
