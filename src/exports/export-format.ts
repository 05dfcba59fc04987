export const EXPORT_FORMATS = ['csv', 'ndjson', 'json', 'xlsx', 'parquet'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
}

/** Formats that are compressed within. */
export const PACKED_FORMATS: readonly ExportFormat[] = ['xlsx', 'parquet']

/** What CSV does with cells that a spreadsheet would run as a formula: an apostrophe before them, or nothing. */
export const FORMULA_MODES = ['guard', 'keep'] as const
export type FormulaMode = (typeof FORMULA_MODES)[number]
