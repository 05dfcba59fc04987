import { builder } from '../../graphql/builder.ts'
import { MAX_KEY_LENGTH } from '../../jobs/idempotency-key.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

const ImportFormat = builder.enumType('ImportFormat', {
  description: 'The format of an imported file. Each may be gzip-compressed.',
  values: {
    CSV: { value: 'csv', description: 'One row per record, separated by commas, semicolons or pipes (detected).' },
    TSV: { value: 'tsv', description: 'One row per record, separated by tabs.' },
    NDJSON: { value: 'ndjson', description: 'One JSON object per line.' },
  } as const,
})

const StartImportInput = builder.inputType('StartImportInput', {
  description: 'An uploaded file, and how to read it. Upload the file with `POST /imports` first.',
  fields: t => ({
    uploadId: t.id({
      required: true,
      description:
        'The `uploadId` that `POST /imports` returned. An upload is known only to the server process that received it.',
    }),
    format: t.field({ type: ImportFormat, description: 'The format of the file. If omitted, it is detected.' }),
    columns: t.stringList({
      description:
        'The meaning of each column, in order: id, entity, text, sentiment, score, posted_at, author, or - to ignore it. A score is a number from -2 to 2 whose sign gives the label. If omitted, the first row names the columns.',
    }),
    hasHeader: t.boolean({
      description: 'Whether the first row is a header. Used only with `columns`. If omitted, it is detected.',
    }),
    entity: t.string({ description: 'The entity of rows that name none.' }),
    matchEntities: t.boolean({
      defaultValue: false,
      description:
        'Also classifies each text for every known entity that it names in full, up to 16 besides the entity of its row. Entities are known if they were stored when the job began. A text that names none is stored once, without an entity.',
    }),
    timezone: t.string({
      defaultValue: 'UTC',
      description: 'IANA time zone of times that have no offset, such as Europe/Madrid.',
    }),
    idempotencyKey: t.string({
      required: true,
      description: `A key that you choose, 1 to ${MAX_KEY_LENGTH} characters. Repeating the call with the same key returns the job that the first call started.`,
    }),
  }),
})

builder.mutationField('startImport', t =>
  t.field({
    type: ImportJobPayload,
    nullable: true,
    description:
      'Starts a background job that classifies and stores the rows of an uploaded file. While other requests wait, the job leaves them half of the processing time. Imports are idempotent: importing a file again stores nothing twice. The upload is deleted when the job is complete.',
    complexity: 50,
    args: {
      input: t.arg({
        type: StartImportInput,
        required: true,
        description: 'The uploaded file, how to read it, and an idempotency key.',
      }),
    },
    resolve: async (_root, { input }, { imports }) =>
      payloadOf(
        await imports.start({
          uploadId: input.uploadId,
          format: input.format ?? null,
          columns: input.columns ?? null,
          hasHeader: input.hasHeader ?? null,
          entity: input.entity?.trim() ? input.entity : null,
          matchEntities: input.matchEntities ?? false,
          timezone: input.timezone ?? 'UTC',
          idempotencyKey: input.idempotencyKey,
        }),
        'input',
      ),
  }),
)
