import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { MAX_KEY_LENGTH } from '../../jobs/idempotency-key.ts'
import { FIELD_NAMES } from '../../tables/columns.ts'
import type { LabelCoverage as LabelCoverageValue } from '../jobs/label-coverage.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

const ImportFormat = builder.enumType('ImportFormat', {
  description: 'The format of an imported file. Text may be gzip-compressed.',
  values: {
    CSV: { value: 'csv', description: 'One row per record, separated by commas, semicolons or pipes (detected).' },
    TSV: { value: 'tsv', description: 'One row per record, separated by tabs.' },
    NDJSON: { value: 'ndjson', description: 'One JSON object per line.' },
    JSON: { value: 'json', description: 'A JSON document: an array, pages of an API, or a file of an X archive.' },
    XLSX: { value: 'xlsx', description: 'An Excel workbook. The first sheet with a header is read.' },
    PARQUET: { value: 'parquet', description: 'A Parquet file.' },
  } as const,
})

const ImportField = builder.enumType('ImportField', {
  description: 'The meaning of a column of an imported file.',
  values: {
    EXTERNAL_ID: { value: 'externalId', description: 'The id of the tweet at its source.' },
    ENTITY: { value: 'entity', description: 'The entity that the tweet is about.' },
    TEXT: { value: 'text', description: 'The text of the tweet.' },
    LABEL: {
      value: 'label',
      description: 'A label that was given before; it is stored beside the label of the model.',
    },
    SCORE: { value: 'score', description: 'A number from -2 to 2 whose sign is the label.' },
    POSTED_AT: {
      value: 'postedAt',
      description: 'When the tweet was posted; the day alone if the time of day is in another column.',
    },
    POSTED_TIME: { value: 'postedTime', description: 'The time of day, in files with a column for each.' },
    TIME_ZONE: {
      value: 'timeZone',
      description: 'The time zone of a time that names none: an offset, an abbreviation or an IANA name.',
    },
    AUTHOR: { value: 'author', description: 'The author of the tweet.' },
  } as const,
})

const ColumnMapEntry = builder.inputType('ColumnMapEntry', {
  description: 'The column of a file that contains a field.',
  fields: t => ({
    field: t.field({ type: ImportField, required: true, description: 'The field.' }),
    column: t.string({
      required: true,
      description:
        'The name of the column in the header, or the key of a JSON object. With a dot, it is a key of a nested object, such as user.screen_name. The column - stands for none.',
    }),
  }),
})

const LabelMapEntry = builder.inputType('LabelMapEntry', {
  description: 'The meaning of a label in a file.',
  fields: t => ({
    value: t.string({
      required: true,
      description: 'The label as the file has it, in any case; 4 and 4.0 are the same.',
    }),
    label: t.field({ type: Label, description: 'Its meaning; null if it means no label.' }),
  }),
})

const LabelCoverage = builder.enumType('LabelCoverage', {
  description: 'How the labelled rows of a file were chosen among all of its rows.',
  values: {
    ALL_ROWS: { description: 'Every row has a label.' },
    RANDOM_SAMPLE: { description: 'The labelled rows were drawn at random, each with the same probability.' },
    CHOSEN: { description: 'The labelled rows were chosen in another way, such as by their content.' },
  } satisfies Record<LabelCoverageValue, { description: string }>,
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
        'The meaning of each column, in order: id, entity, text, sentiment, score, posted_at, posted_time, time_zone, author, or - to ignore it. A score is a number from -2 to 2 whose sign gives the label. If omitted, the first row names the columns.',
    }),
    columnMap: t.field({
      type: [ColumnMapEntry],
      description:
        'Columns by their names, for a file whose header has other names than the known ones. Known names of the header are recognised as well. Excludes `columns`.',
    }),
    hasHeader: t.boolean({
      description:
        'Whether the first row is a header, which is no tweet. If omitted, it is detected. Without a header, the columns are named column_1, column_2 and so on.',
    }),
    skipLines: t.int({
      defaultValue: 0,
      description: 'Number of lines before the table, such as the title of a report, 0 to 1000.',
    }),
    encoding: t.string({
      description:
        'Character encoding of the file, such as windows-1252, shift_jis, gbk or utf-16le. If omitted, it is detected.',
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
    timeFormat: t.string({
      description:
        'The format of times: day-first (24/11/2026), month-first (11/24/2026), unix-seconds, unix-milliseconds, or a pattern of strptime such as "%d.%m.%Y %H:%M". If omitted, every unambiguous format is read.',
    }),
    labelMap: t.field({
      type: [LabelMapEntry],
      description:
        'The meaning of labels that are not called Positive, Neutral, Negative or Irrelevant. A row with an unknown label is stored without it.',
    }),
    labelCoverage: t.field({
      type: LabelCoverage,
      description:
        'How the labelled rows were chosen among the rows of the file. Estimates use labels as a sample only if this is known and not CHOSEN.',
    }),
    idempotencyKey: t.string({
      required: true,
      description: `A key that you choose, 1 to ${MAX_KEY_LENGTH} characters. Repeating the call with the same key returns the job that the first call started.`,
    }),
  }),
})

builder.mutationField('startImport', t =>
  t.field({
    authScopes: { CLASSIFY: true },
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
          columnMap: (input.columnMap ?? []).map(({ field, column }) => [FIELD_NAMES[field], column] as const),
          hasHeader: input.hasHeader ?? null,
          skipLines: input.skipLines ?? 0,
          encoding: input.encoding ?? null,
          timeFormat: input.timeFormat ?? null,
          labelMap: (input.labelMap ?? []).map(({ value, label }) => [value, label ?? '-'] as const),
          entity: input.entity?.trim() ? input.entity : null,
          matchEntities: input.matchEntities ?? false,
          labelCoverage: input.labelCoverage ?? null,
          timezone: input.timezone ?? 'UTC',
          idempotencyKey: input.idempotencyKey,
        }),
        'input',
      ),
  }),
)
