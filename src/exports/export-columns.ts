import { tweetKey } from '../classification/tweet-identity.ts'
import { EXPORT_MARK } from '../tables/spreadsheet-safety.ts'
import type { ExportedRow } from './read-export.ts'

export type ExportedValue = string | number | boolean | Date | null

interface ExportColumn {
  readonly name: string
  /** Formats with typed columns use it; the values of a column have this type, or are null. */
  readonly type: 'text' | 'number' | 'boolean' | 'time'
  /** @param version The model version, as `name@12hex`. */
  readonly read: (row: ExportedRow, version: string) => ExportedValue
}

/**
 * The columns of an export. An import reads external_id, entity, text, author, posted_at and imported_label. It must not mistake another
 * column for one of these: neither a predicted label nor one of people is an imported label.
 */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { name: EXPORT_MARK, type: 'text', read: row => row.id },
  { name: 'external_id', type: 'text', read: row => row.externalId },
  { name: 'entity', type: 'text', read: row => row.entity },
  { name: 'text', type: 'text', read: row => row.text },
  { name: 'author', type: 'text', read: row => row.author },
  { name: 'posted_at', type: 'time', read: row => row.postedAt },
  { name: 'imported_label', type: 'text', read: row => row.importedLabel },
  { name: 'predicted_label', type: 'text', read: row => row.label },
  { name: 'confidence', type: 'number', read: row => row.confidence },
  { name: 'positive', type: 'number', read: row => row.positive },
  { name: 'neutral', type: 'number', read: row => row.neutral },
  { name: 'negative', type: 'number', read: row => row.negative },
  { name: 'irrelevant', type: 'number', read: row => row.irrelevant },
  { name: 'is_uncertain', type: 'boolean', read: row => row.isUncertain },
  { name: 'unknown_token_share', type: 'number', read: row => row.unknownTokenShare },
  { name: 'is_truncated', type: 'boolean', read: row => row.isTruncated },
  { name: 'model', type: 'text', read: (_, version) => version },
  { name: 'classified_at', type: 'time', read: row => row.createdAt },
  { name: 'counted_at', type: 'time', read: row => row.countedAt },
  { name: 'tweet_key', type: 'text', read: row => tweetKey(row.identity, row.text, row.author) },
  { name: 'human_label', type: 'text', read: row => row.humanLabel },
  { name: 'human_label_annotator', type: 'text', read: row => row.humanLabelAnnotator },
  { name: 'human_label_origin', type: 'text', read: row => row.humanLabelOrigin },
  { name: 'annotator_count', type: 'number', read: row => row.annotatorCount },
  { name: 'unread_reason', type: 'text', read: row => row.unreadReason },
]
