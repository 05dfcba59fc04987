import type { AuditedRow } from './audited-file.ts'
import type { Leak } from './find-leaks.ts'

/** A test row that leaks, with its nearest training row, as the command prints it. */
export const leakRecord = ({ row, kinds, similarity, nearest }: Leak) => ({
  ...shown(row),
  kinds,
  similarity: rounded(similarity),
  nearest: shown(nearest),
})

const shown = ({ line, id, entity, label, text }: AuditedRow) => ({ line, externalId: id, entity, label, text })

const rounded = (similarity: number) => Math.round(similarity * 10_000) / 10_000
