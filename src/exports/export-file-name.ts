import type { ExportFormat } from './export-format.ts'

/** Keeps file names readable. */
const MAX_NAME_LENGTH = 60

/** `pulso-call-of-duty-2026-11-24.csv`. Only ASCII letters and digits of a name are used, which every file system accepts. */
export function exportFileName(entity: string | null, format: ExportFormat, now: Date): string {
  const name = (entity ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^-|-$/g, '')
  return ['pulso', name, `${now.toISOString().slice(0, 10)}.${format}`].filter(part => part !== '').join('-')
}
