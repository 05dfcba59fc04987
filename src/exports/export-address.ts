import type { ExportFormat } from './export-format.ts'
import { EXPORT_PARAMETERS, type ExportParameters } from './export-parameters.ts'

/** The path of a download, without its parameters. */
export const exportPath = (format: ExportFormat) => `/exports/classifications.${format}`

/** The address of a download, relative to the server. */
export function exportAddress(format: ExportFormat, parameters: ExportParameters): string {
  const query = new URLSearchParams()
  for (const name of EXPORT_PARAMETERS) {
    const value = parameters[name]
    if (value !== undefined) query.set(name, value)
  }
  return query.size === 0 ? exportPath(format) : `${exportPath(format)}?${query}`
}
