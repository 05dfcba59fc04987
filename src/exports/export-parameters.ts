import { plainWords } from '../indexing/searched-text.ts'
import { LABELS } from '../labels.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'
import type { ClassificationFilter } from '../search/classification-page.ts'
import { MAX_QUESTION_LENGTH } from '../search/find-matches.ts'
import { INSTANT_EXAMPLE, parseInstant } from '../time/parse-instant.ts'

/** The filters of an export, by the names that address and command line share. */
export const EXPORT_PARAMETERS = ['entity', 'from', 'to', 'label', 'author', 'text', 'isUncertain', 'model'] as const
type ExportParameter = (typeof EXPORT_PARAMETERS)[number]

/** The values as text; blank ones count as omitted. */
export type ExportParameters = Readonly<Partial<Record<ExportParameter, string>>>

/** The meaning of the parameters, before entity and model are looked up. */
export interface ExportQuestion {
  readonly entityName: string | null
  /** As `ModelVersion.version`. */
  readonly version: string | null
  /** [from, to). */
  readonly range: { readonly from: Date | null; readonly to: Date | null }
  readonly filter: ClassificationFilter
}

/** Reads the parameters. A message starts with the parameter's name and says what works. */
export function readExportParameters(parameters: ExportParameters): Result<ExportQuestion> {
  const given = (name: ExportParameter) => parameters[name]?.trim() || null
  const [from, to] = [readInstant('from', given('from')), readInstant('to', given('to'))]
  if (!from.ok) return from
  if (!to.ok) return to
  if (from.value !== null && to.value !== null && from.value >= to.value) {
    return fail('INVALID', 'from must be before to; the end is exclusive.', ['from'])
  }
  const [written, uncertain] = [given('label'), given('isUncertain')]
  // Not trimmed: a name with a leading space is a different name.
  const author = given('author') === null ? null : (parameters.author ?? null)
  const label = LABELS.find(name => name === written?.toUpperCase()) ?? null
  if (written !== null && label === null)
    return fail('INVALID', `label must be one of ${LABELS.join(', ')}.`, ['label'])
  if (uncertain !== null && uncertain !== 'true' && uncertain !== 'false') {
    return fail('INVALID', 'isUncertain must be true or false. Omit it to export both.', ['isUncertain'])
  }
  if (author?.includes('\0')) return fail('INVALID', 'author must not contain the character U+0000.', ['author'])
  const text = given('text')
  if (text !== null && (text.length > MAX_QUESTION_LENGTH || plainWords(text) === '')) {
    return fail('INVALID', `text must have a word, and at most ${MAX_QUESTION_LENGTH} characters.`, ['text'])
  }
  return succeed({
    entityName: given('entity'),
    version: given('model'),
    range: { from: from.value, to: to.value },
    filter: { label, author, text, isUncertain: uncertain === null ? null : uncertain === 'true' },
  })
}

function readInstant(name: 'from' | 'to', written: string | null): Result<Date | null> {
  if (written === null) return succeed(null)
  // An unescaped + arrives as a space; no time has a space before its offset.
  const instant = parseInstant(written.replace(/ (?=\d{2}:?\d{2}$)/, '+'))
  if (instant !== null) return succeed(instant)
  return fail('INVALID', `${name} must be ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}.`, [name])
}
