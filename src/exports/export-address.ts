import type { ExportFormat } from './export-format.ts'
import { EXPORT_PARAMETERS, type ExportParameters } from './export-parameters.ts'

/** The path of an export's download, without parameters. */
export const exportPath = (format: ExportFormat) => `/exports/classifications.${format}`

/** The path and query of an export's download. */
export function exportAddress(format: ExportFormat, parameters: ExportParameters): string {
  const query = new URLSearchParams()
  for (const name of EXPORT_PARAMETERS) {
    const value = parameters[name]
    if (value !== undefined) query.set(name, value)
  }
  return query.size === 0 ? exportPath(format) : `${exportPath(format)}?${query}`
}
