import { plainWords } from '../indexing/searched-text.ts'
import { LABELS } from '../labels.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { checkLanguage } from '../search/check-language.ts'
import type { ClassificationFilter } from '../search/classification-page.ts'
import { MAX_QUERY_LENGTH } from '../search/find-matches.ts'
import { INSTANT_EXAMPLE, parseDayOrInstant } from '../time/parse-instant.ts'
import type { TimeRange } from '../time/time-range.ts'
import { FORMULA_MODES, type FormulaMode } from './export-format.ts'

/** The parameters of an export, in the query string and on the command line. */
export const EXPORT_PARAMETERS = [
  ...(['entity', 'from', 'to', 'label', 'author', 'text', 'isUncertain', 'dated', 'model'] as const),
  ...(['language', 'limit', 'formulas'] as const),
]
type ExportParameter = (typeof EXPORT_PARAMETERS)[number]

/** Unparsed values; blank ones count as absent. */
export type ExportParameters = Readonly<Partial<Record<ExportParameter, string>>>

/** Parsed parameters. The entity and the model version may not exist. */
export interface ExportQuery {
  readonly entityName: string | null
  /** As `ModelVersion.version`. */
  readonly version: string | null
  /** [from, to). */
  readonly range: Pick<TimeRange, 'from' | 'to' | 'dated'>
  readonly filter: ClassificationFilter
  /** The most rows to write; null for all. */
  readonly limit: number | null
  readonly formulas: FormulaMode
}

/** Parses the parameters. Fails with `INVALID`; the message begins with the parameter's name. */
export function readExportParameters(parameters: ExportParameters): Result<ExportQuery> {
  const given = (name: ExportParameter) => parameters[name]?.trim() || null
  const [from, to] = [readInstant('from', given('from')), readInstant('to', given('to'))]
  if (!from.ok) return from
  if (!to.ok) return to
  if (from.value !== null && to.value !== null && from.value >= to.value) {
    return fail('INVALID', 'from must be before to; the end is exclusive.', ['from'])
  }
  const [written, uncertain] = [given('label'), given('isUncertain')]
  // Not trimmed: a name with a leading space is another name.
  const author = given('author') === null ? null : (parameters.author ?? null)
  const label = LABELS.find(name => name === written?.toUpperCase()) ?? null
  if (written !== null && label === null)
    return fail('INVALID', `label must be one of ${LABELS.join(', ')}.`, ['label'])
  const dated = given('dated')
  for (const [name, value] of [
    ['isUncertain', uncertain],
    ['dated', dated],
  ] as const) {
    if (value === null || value === 'true' || value === 'false') continue
    return fail('INVALID', `${name} must be true or false. Omit it to export both.`, [name])
  }
  if (author?.includes('\0')) return fail('INVALID', 'author must not contain the character U+0000.', ['author'])
  const language = given('language')
  const checked = checkLanguage(language)
  if (!checked.ok) return checked
  const limit = readLimit(given('limit'))
  if (!limit.ok) return limit
  const formulas = FORMULA_MODES.find(mode => mode === (given('formulas') ?? 'guard'))
  if (formulas === undefined)
    return fail('INVALID', `formulas must be one of ${FORMULA_MODES.join(', ')}.`, ['formulas'])
  const text = given('text')
  if (text !== null && (text.length > MAX_QUERY_LENGTH || plainWords(text) === '')) {
    return fail('INVALID', `text must have a word, and at most ${MAX_QUERY_LENGTH} characters.`, ['text'])
  }
  return succeed({
    entityName: given('entity'),
    version: given('model'),
    range: { from: from.value, to: to.value, dated: dated === null ? null : dated === 'true' },
    filter: { label, author, language, text, isUncertain: uncertain === null ? null : uncertain === 'true' },
    limit: limit.value,
    formulas,
  })
}

function readLimit(written: string | null): Result<number | null> {
  if (written === null) return succeed(null)
  const limit = Number(written)
  if (/^\d+$/.test(written) && limit >= 1 && Number.isSafeInteger(limit)) return succeed(limit)
  return fail('INVALID', 'limit must be a whole number from 1.', ['limit'])
}

function readInstant(name: 'from' | 'to', written: string | null): Result<Date | null> {
  if (written === null) return succeed(null)
  // An unescaped + arrives as a space, which no valid time has before its offset.
  const instant = parseDayOrInstant(written.replace(/ (?=\d{2}:?\d{2}$)/, '+'))
  if (instant !== null) return succeed(instant)
  return fail(
    'INVALID',
    `${name} must be a day such as 2026-03-01, or ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`,
    [name],
  )
}
