import type { Field, Upload } from './send-file.ts'

/** What `StartImportInput.columns` calls each field. */
const COLUMN_NAMES: Record<Field, string> = {
  externalId: 'id',
  entity: 'entity',
  text: 'text',
  label: 'sentiment',
  score: 'score',
  postedAt: 'posted_at',
  author: 'author',
}

/** What somebody chose for a file. */
export interface Choices {
  /** What each column is, in order; null for one to ignore. */
  readonly fields: readonly (Field | null)[]
  readonly hasHeader: boolean
  readonly entity: string
  readonly matchEntities: boolean
  readonly timezone: string
}

/** The same as the API wants it. Objects name their values themselves: about the columns of NDJSON nothing is said. */
export function importInput(upload: Upload, choices: Choices, idempotencyKey: string) {
  const entity = choices.entity.trim()
  return {
    uploadId: upload.uploadId,
    format: upload.format,
    idempotencyKey,
    matchEntities: choices.matchEntities,
    timezone: choices.timezone,
    ...(entity === '' ? {} : { entity }),
    ...(upload.format === 'NDJSON'
      ? {}
      : {
          columns: choices.fields.map(field => (field === null ? '-' : COLUMN_NAMES[field])),
          hasHeader: choices.hasHeader,
        }),
  }
}

/** Why the choices cannot work; null where they can. */
export function whyNot(upload: Upload, { fields }: Pick<Choices, 'fields'>): string | null {
  const named = upload.format === 'NDJSON' ? upload.columns.map(({ field }) => field) : fields
  if (!named.includes('text')) return 'One column must be the text.'
  const twice = named.find((field, index) => field !== null && named.indexOf(field) !== index)
  return twice === undefined || twice === null ? null : `Only one column can be ${COLUMN_NAMES[twice]}.`
}
