import { builder } from '../../graphql/builder.ts'
import { MAX_KEY_LENGTH } from '../../jobs/idempotency-key.ts'
import { underField } from '../../problem/problem.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

const ImportFormat = builder.enumType('ImportFormat', {
  description: 'How the rows of a file are written; plain or packed with gzip alike.',
  values: {
    CSV: { value: 'csv', description: 'One row a line, with commas, semicolons or bars; which is found out.' },
    TSV: { value: 'tsv', description: 'One row a line, with tabs.' },
    NDJSON: { value: 'ndjson', description: 'One JSON object a line.' },
  } as const,
})

const StartImportInput = builder.inputType('StartImportInput', {
  description:
    'Which file is to be imported, and what its rows mean. The file is first sent to `POST /imports`, which answers with an upload id and what the file looks like.',
  fields: t => ({
    uploadId: t.id({ required: true, description: 'As `POST /imports` answered it, to the same server process.' }),
    format: t.field({ type: ImportFormat, description: 'Left out, what the file looks like.' }),
    columns: t.stringList({
      description:
        'What each column is, in order: id, entity, text, sentiment, score (-2 to 2, its sign is the label), posted_at, author, or - for one to ignore. Left out, the first row of the file names them.',
    }),
    hasHeader: t.boolean({
      description: 'The first row is no tweet; matters only with `columns`. Left out, what the file looks like.',
    }),
    entity: t.string({ description: 'What the tweets are about, for rows that name none.' }),
    matchEntities: t.boolean({
      defaultValue: false,
      description:
        'Every known entity that a text speaks of by its whole name gets a classification of its own, at most 16 besides the one that the row names. Known is what was stored when the import began. A text that speaks of none is stored as a whole message.',
    }),
    timezone: t.string({ defaultValue: 'UTC', description: 'IANA time zone of times without an offset.' }),
    idempotencyKey: t.string({
      required: true,
      description: `1 to ${MAX_KEY_LENGTH} characters of your own. Repeating the call with the same key returns the import that it started.`,
    }),
  }),
})

builder.mutationField('startImport', t =>
  t.field({
    type: ImportJobPayload,
    description:
      'Classifies and stores the rows of an uploaded file, as a job in the background that leaves half of the time to other requests. Importing a file again stores nothing twice. An upload is removed when its import is complete.',
    complexity: 50,
    args: { input: t.arg({ type: StartImportInput, required: true }) },
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
        problem => underField(problem, 'input'),
      ),
  }),
)
