import type { AuditedRow } from './audited-file.ts'
import type { Leak } from './find-leaks.ts'

/** One line of JSON for a test row that leaks, with its nearest training row. */
export const leakLine = ({ row, kinds, similarity, nearest }: Leak): string =>
  `${JSON.stringify({ ...shown(row), kinds, similarity: rounded(similarity), nearest: shown(nearest) })}\n`

const shown = ({ line, id, entity, label, text }: AuditedRow) => ({ line, externalId: id, entity, label, text })

const rounded = (similarity: number) => Math.round(similarity * 10_000) / 10_000
