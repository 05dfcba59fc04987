import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { ClassificationFilter } from '../../search/graphql/classification-filter.ts'
import { parseRange } from '../../time/time-range.ts'
import {
  EXPORT_FORMATS,
  FORMULA_MODES,
  type ExportFormat as Format,
  type FormulaMode as Mode,
} from '../export-format.ts'

const MEANINGS: Record<Format, string> = {
  csv: 'A table for spreadsheets: UTF-8 with a byte order mark, separated by commas, with a header. A cell that a spreadsheet would run as a formula starts with an apostrophe, which an import removes again.',
  ndjson: 'One JSON object a line.',
  json: 'One JSON array.',
  xlsx: 'An Excel workbook. Ids and texts are typed as text, and times are in UTC. A sheet has at most 1,048,576 rows; further rows are in further sheets.',
  parquet: 'A Parquet file with typed columns, compressed with Snappy.',
}

const ExportFormat = builder.enumType('ExportFormat', {
  description: 'The file format of an export.',
  values: Object.fromEntries(
    EXPORT_FORMATS.map(format => [format.toUpperCase(), { value: format, description: MEANINGS[format] }]),
  ) as { [format in Uppercase<Format>]: { value: Lowercase<format>; description: string } },
})

const FORMULA_MEANINGS: Record<Mode, string> = {
  guard: 'A cell that a spreadsheet would run as a formula starts with an apostrophe.',
  keep: 'Cells are written as they are, for programs that run no formulas.',
}

const FormulaMode = builder.enumType('FormulaMode', {
  description: 'How a CSV export treats cells that a spreadsheet would run as a formula.',
  values: Object.fromEntries(
    FORMULA_MODES.map(mode => [mode.toUpperCase(), { value: mode, description: FORMULA_MEANINGS[mode] }]),
  ) as { [mode in Uppercase<Mode>]: { value: Lowercase<mode>; description: string } },
})

const ClassificationExport = builder.objectRef<{ readonly url: string }>('ClassificationExport').implement({
  description: 'A download of classifications with their tweets.',
  fields: t => ({
    url: t.exposeString('url', {
      description:
        'Address of the file for a GET request, relative to this server. Each download has the classifications that are stored at that time, entity by entity, in the order in which they were stored.',
    }),
  }),
})

builder.queryField('exportClassifications', t =>
  t.field({
    authScopes: { READ: true },
    type: ClassificationExport,
    nullable: true,
    description:
      'The address for downloading every classification that passes, with its tweet. Checks the arguments, but reads no classification yet. With a text, the export lacks tweets that are not indexed yet; `asOf` of a list shows which.',
    complexity: 5,
    args: {
      entity: t.arg.string({
        description:
          'Name or alias of an entity, in any spelling. If omitted or blank: every entity, and tweets classified without one.',
      }),
      filter: t.arg({ type: ClassificationFilter, description: 'Conditions to meet. If omitted, none.' }),
      range: t.arg({ type: RangeInput, description: 'Only tweets of this time. If omitted, all.' }),
      format: t.arg({ type: ExportFormat, defaultValue: 'csv', description: 'The file format.' }),
      limit: t.arg.int({ description: 'The most classifications to write, from 1. If omitted, all.' }),
      formulas: t.arg({
        type: FormulaMode,
        description: 'For CSV: whether cells are protected against being run as formulas. If omitted, they are.',
      }),
    },
    resolve: async (_root, { entity, filter, range, format, limit, formulas }, { exports }) => {
      const address = await exports.address({
        entity: entity ?? null,
        range: valueOrError(parseRange(range)),
        filter: {
          label: filter?.label ?? null,
          isUncertain: filter?.isUncertain ?? null,
          author: filter?.author ?? null,
          language: filter?.language ?? null,
          text: filter?.text ?? null,
        },
        modelId: filter?.modelId?.id ?? null,
        format: format ?? 'csv',
        limit: limit ?? null,
        formulas: formulas ?? null,
      })
      return { url: valueOrError(address) }
    },
  }),
)
