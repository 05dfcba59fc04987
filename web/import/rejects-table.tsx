import { formatCount } from '../numbers/format-number.ts'
import type { WatchedImport } from './import-query.ts'

interface Props {
  readonly rows: WatchedImport['rejectedRows']
  readonly count: number
  readonly url: string | null
}

/** The first rows that could not be stored, with the reasons. */
export function RejectsTable({ rows, count, url }: Props) {
  return (
    <div className="rejects">
      <p className="section-head">
        <strong>
          {rows.length < count ? `The first ${rows.length} of ${formatCount(count)} rejected rows` : `Rejected rows`}
        </strong>
        {url !== null && (
          <a href={url} download>
            Download all rejected rows, to fix and import them
          </a>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a scrolling box must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="Rejected rows">
        <table className="plain-table rejects-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Reason</th>
              <th scope="col">Row</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells, error }) => (
              <tr key={line}>
                <td>{formatCount(line)}</td>
                <td>{error.message}</td>
                <td>{cells.join(' | ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
