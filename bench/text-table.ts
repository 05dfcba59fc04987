/**
 * Formats cells as a Markdown table that is also readable in a terminal; the first `left` columns are left-aligned.
 */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[], left: number): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map(row => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, column) => (column < left ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(header), line(rule), ...rows.map(line)].join('\n')
}
