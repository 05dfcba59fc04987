import { type ErrorModel, UNKNOWN_ERRORS } from '../estimates/error-model.ts'
import { adaptationReportSchema } from '../ml/evaluation/adaptation-report.ts'
import { estimationReportSchema } from '../ml/evaluation/estimates/estimation-report.ts'
import type { ModelVersion } from '../models/service.ts'

/** Error models by the stored report: each is parsed once, as long as the registry holds the version. */
const parsed = new WeakMap<object, ErrorModel>()

/** How a version errs. An adapted version has the error model of its parent, which is wider. Without any, a version may err in any way. */
export function errorsOf({ estimates, adaptation }: Pick<ModelVersion, 'estimates' | 'adaptation'>): ErrorModel {
  const report = estimates ?? adaptation
  if (report === null || typeof report !== 'object') return UNKNOWN_ERRORS
  const known = parsed.get(report)
  if (known !== undefined) return known
  const found =
    report === estimates ? estimationReportSchema.parse(report).errors : adaptationReportSchema.parse(report).errors
  const errors = found ?? UNKNOWN_ERRORS
  parsed.set(report, errors)
  return errors
}
