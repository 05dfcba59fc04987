import { shownNames } from '../tables/columns.ts'
import type { Table } from '../tables/open-table.ts'

type Noticed = Pick<Table, 'name' | 'notices' | 'ignoredColumns' | 'rowNotices'>

/** Prints how a file is read to standard error before its first row; the returned function prints the rest after the last one. */
export function printNotices(table: Noticed): () => void {
  for (const notice of table.notices) console.error(notice)
  const printed = table.ignoredColumns()
  printIgnored(table.name, printed)
  return () => {
    printIgnored(
      table.name,
      table.ignoredColumns().filter(column => !printed.includes(column)),
    )
    for (const notice of table.rowNotices()) console.error(notice)
  }
}

function printIgnored(name: string, columns: readonly string[]): void {
  if (columns.length === 0) return
  console.error(
    `Columns of ${name} that are not recognised and not read: ${shownNames(columns)}. To read one, name its field, as in --map entity="${columns[0]}".`,
  )
}
