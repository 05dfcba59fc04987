import { tweetKey } from '../classification/tweet-identity.ts'
import { BYTE_ORDER_MARK, csvLine, EXPORT_MARK } from '../tables/spreadsheet-safety.ts'
import type { ExportedRow } from './read-export.ts'

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

/**
 * The columns of an export. An import reads external_id, entity, text, author, posted_at and imported_label. It must not mistake another
 * column for one of these: a predicted label is not an imported label.
 */
const columns = (row: ExportedRow, version: string) => ({
  [EXPORT_MARK]: row.id,
  external_id: row.externalId,
  entity: row.entity,
  text: row.text,
  author: row.author,
  posted_at: row.postedAt?.toISOString() ?? null,
  imported_label: row.importedLabel,
  predicted_label: row.label,
  confidence: row.confidence,
  positive: row.positive,
  neutral: row.neutral,
  negative: row.negative,
  irrelevant: row.irrelevant,
  is_uncertain: row.isUncertain,
  unknown_token_share: row.unknownTokenShare,
  is_truncated: row.isTruncated,
  model: version,
  classified_at: row.createdAt.toISOString(),
  counted_at: row.countedAt.toISOString(),
  tweet_key: tweetKey(row.identity, row.text),
})

const NAMES: readonly (keyof ReturnType<typeof columns>)[] = [
  EXPORT_MARK,
  'external_id',
  'entity',
  'text',
  'author',
  'posted_at',
  'imported_label',
  'predicted_label',
  'confidence',
  'positive',
  'neutral',
  'negative',
  'irrelevant',
  'is_uncertain',
  'unknown_token_share',
  'is_truncated',
  'model',
  'classified_at',
  'counted_at',
  'tweet_key',
]

/** The head of a file and the line of a row; `version` is `name@12hex`. */
export const EXPORT_WRITERS: Readonly<
  Record<ExportFormat, { readonly head: string; readonly line: (row: ExportedRow, version: string) => string }>
> = {
  csv: {
    head: `${BYTE_ORDER_MARK}${csvLine(NAMES)}`,
    line: (row, version) => {
      const cells = columns(row, version)
      return csvLine(NAMES.map(name => String(cells[name] ?? '')))
    },
  },
  ndjson: { head: '', line: (row, version) => `${JSON.stringify(columns(row, version))}\n` },
}
