import type { ExportFormat } from './export-format.ts'

/** Longer names are inconvenient and some file systems cut them. */
const LONGEST_NAME = 60

/** `pulso-call-of-duty-2026-11-24.csv`. A name in another script is omitted, because not every file system accepts it. */
export function exportFileName(entity: string | null, format: ExportFormat, now: Date): string {
  const name = (entity ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '')
  return ['pulso', name, `${now.toISOString().slice(0, 10)}.${format}`].filter(part => part !== '').join('-')
}
