/** Media types of uploaded files. Unlike plain text, a page of another origin cannot send any of these without a preflight request. */
export const FILE_TYPES: readonly string[] = [
  'text/csv',
  'text/tab-separated-values',
  'application/csv',
  'application/vnd.ms-excel',
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/json',
  'text/javascript',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.apache.parquet',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
]
