import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { fail, type Result, underField } from '../../problem/problem.ts'
import { ClassificationFilter } from '../../search/graphql/classification-filter.ts'
import { parseRange } from '../../time/time-range.ts'
import { exportAddress } from '../export-address.ts'
import { EXPORT_FORMATS, type ExportFormat as Format } from '../export-format.ts'
import { type ExportParameters, readExportParameters } from '../export-parameters.ts'
import { resolveExport } from '../resolve-export.ts'

const MEANINGS: Record<Format, string> = {
  csv: 'A table for spreadsheets: UTF-8 with a mark, commas, one header. An apostrophe stands before whatever a spreadsheet would run as a formula; importing the file takes it away again.',
  ndjson: 'One JSON object a line.',
}

const ExportFormat = builder.enumType('ExportFormat', {
  values: Object.fromEntries(
    EXPORT_FORMATS.map(format => [format.toUpperCase(), { value: format, description: MEANINGS[format] }]),
  ) as { [format in Uppercase<Format>]: { value: Lowercase<format>; description: string } },
})

const ClassificationExport = builder.objectRef<{ readonly url: string }>('ClassificationExport').implement({
  description: 'A download of classifications with their tweets.',
  fields: t => ({
    url: t.exposeString('url', {
      description:
        'Where it is fetched with GET, to be resolved against the address of this server. Each time it holds what is stored by then, in the order in which it was stored, entity by entity.',
    }),
  }),
})

builder.queryField('exportClassifications', t =>
  t.field({
    type: ClassificationExport,
    description:
      'Where to download every classification that passes, with its tweet. Checks what is asked, and reads nothing yet. Under a text, tweets that are not indexed yet are left out; `asOf` of a list says which.',
    complexity: 5,
    args: {
      entity: t.arg.string({
        description: 'In any spelling. Left out or blank: every entity, and tweets that were asked about without one.',
      }),
      filter: t.arg({ type: ClassificationFilter }),
      range: t.arg({ type: RangeInput }),
      format: t.arg({ type: ExportFormat, defaultValue: 'csv' }),
    },
    resolve: async (_root, { entity, filter, range, format }, { database, models }) => {
      if (filter?.author?.trim() === '') valueOrError(NOBODY)
      if (filter?.text?.trim() === '') valueOrError(NO_WORDS)
      const { from, to } = valueOrError(parseRange(range))
      const version = filter?.model == null ? null : valueOrError(await models.resolve(filter.model.id))
      const parameters: ExportParameters = given({
        entity: entity?.trim(),
        from: from?.toISOString(),
        to: to?.toISOString(),
        label: filter?.label,
        author: filter?.author,
        text: filter?.text,
        isUncertain: filter?.isUncertain?.toString(),
        model: version?.version,
      })
      const question = valueOrError(aboutFilter(readExportParameters(parameters)))
      valueOrError(await resolveExport({ database, models }, question))
      return { url: exportAddress(format ?? 'csv', parameters) }
    },
  }),
)

/** In a list it would pass nothing, and in an address it is not given. */
const NOBODY = fail('INVALID', 'author must name somebody; leave it out for everybody.', ['filter', 'author'])

const NO_WORDS = fail('INVALID', 'text must have a word; leave it out for every tweet.', ['filter', 'text'])

/** Range and entity have been checked by then, or cannot be wrong; what is left stands in the filter. */
const aboutFilter = <T>(result: Result<T>): Result<T> =>
  result.ok ? result : { ok: false, problem: underField(result.problem, 'filter') }

const given = (parameters: Readonly<Record<string, string | null | undefined>>) =>
  Object.fromEntries(
    Object.entries(parameters).filter(([, value]) => value != null && value !== ''),
  ) as ExportParameters
