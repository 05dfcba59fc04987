import type { Field, Upload } from './send-file.ts'

/** The names of fields in `StartImportInput.columns`. */
const COLUMN_NAMES: Record<Field, string> = {
  externalId: 'id',
  entity: 'entity',
  text: 'text',
  label: 'sentiment',
  score: 'score',
  postedAt: 'posted_at',
  author: 'author',
  classificationId: 'classification_id',
  classifiedAt: 'classified_at',
  countedAt: 'counted_at',
  tweetKey: 'tweet_key',
}

/** The choices of a user for a file. */
export interface Choices {
  /** The meaning of each column, in order; null for an ignored column. */
  readonly fields: readonly (Field | null)[]
  readonly hasHeader: boolean
  readonly entity: string
  readonly matchEntities: boolean
  readonly timezone: string
}

/** The choices as input of the API. NDJSON names its values, so it needs no columns. */
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

/** Why the choices cannot work; null if they can. */
export function whyNot(upload: Upload, { fields }: Pick<Choices, 'fields'>): string | null {
  const named = upload.format === 'NDJSON' ? upload.columns.map(({ field }) => field) : fields
  if (!named.includes('text')) return 'One column must be the text.'
  const twice = named.find((field, index) => field !== null && named.indexOf(field) !== index)
  return twice === undefined || twice === null ? null : `Only one column can be ${COLUMN_NAMES[twice]}.`
}
