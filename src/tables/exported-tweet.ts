import type { ColumnPlan, Field } from './columns.ts'
import { parsePostedAt } from './parse-posted-at.ts'
import { EXPORT_MARK, unguardCell } from './spreadsheet-safety.ts'

/** How a row of one of our own exports names its tweet. */
export interface ExportedTweet {
  /** Names the tweet in every database; null in exports of earlier releases. */
  readonly tweetKey: string | null
  readonly classificationId: string | null
  /** When the tweet counted; in exports of earlier releases, when it was classified. */
  readonly countedAt: Date | null
}

/** Whether these are the columns of an export, perhaps without some of them. */
export const isOwnExport = (names: readonly string[]): boolean => names.includes(EXPORT_MARK)

/**
 * `identity` recognises a tweet that is stored already, `computed` is made anew by the model, and `human` tells the labels of people, which
 * an export of labels transfers.
 */
export type ExportColumnUse = 'identity' | 'computed' | 'human'

const COLUMNS: Readonly<Record<ExportColumnUse, readonly string[]>> = {
  identity: [EXPORT_MARK, 'tweet_key', 'counted_at', 'classified_at'],
  computed: [
    ...['predicted_label', 'confidence', 'positive', 'neutral', 'negative', 'irrelevant'],
    ...['is_uncertain', 'unknown_token_share', 'is_truncated', 'unread_reason', 'model'],
  ],
  human: ['human_label', 'human_label_annotator', 'human_label_origin', 'annotator_count'],
}

const USES = new Map(
  Object.entries(COLUMNS).flatMap(([use, names]) => names.map(name => [name, use as ExportColumnUse] as const)),
)

/** What a column of an export is for that is no field of a tweet; null for a column that somebody added. */
export const exportColumnUse = (name: string): ExportColumnUse | null => USES.get(name) ?? null

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const KEY = /^[0-9a-f]{76}$/

/** Null if the row has neither a key nor an id as an export writes them. */
export function readExportedTweet(cell: (field: Field) => string): ExportedTweet | null {
  const [key, id] = [cell('tweetKey').trim(), cell('classificationId').trim()]
  const tweetKey = KEY.test(key) ? key : null
  const classificationId = UUID.test(id) ? id.toLowerCase() : null
  if (tweetKey === null && classificationId === null) return null
  return { tweetKey, classificationId, countedAt: parsePostedAt(cell('countedAt') || cell('classifiedAt'), 'UTC') }
}

/**
 * The cells of an export or a rejects file without protection against spreadsheets. The key of a tweet tells whether its text and its author
 * were protected: it ends with the numbers of apostrophes before them.
 */
export function unguardRow(cells: readonly string[], { at }: ColumnPlan): readonly string[] {
  const key = at.tweetKey === undefined ? '' : (cells[at.tweetKey] ?? '')
  const counts = KEY.test(key) ? [key.slice(-4, -2), key.slice(-2)].map(count => Number.parseInt(count, 16)) : []
  const written = new Map([
    [at.text, counts[0]],
    [at.author, counts[1]],
  ])
  return cells.map((cell, index) => {
    const isAsWritten = written.get(index) === /^'*/.exec(cell)?.[0].length
    return isAsWritten ? cell : unguardCell(cell)
  })
}
