import type { ReactNode } from 'react'

interface Props {
  readonly columns: readonly string[]
  /** The rows, each with a heading. */
  readonly children: ReactNode
}

/** The figures of a chart as a table. */
export function AsTable({ columns, children }: Props) {
  return (
    <details className="as-table">
      <summary>Show as a table</summary>
      <table className="plain-table">
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </details>
  )
}
