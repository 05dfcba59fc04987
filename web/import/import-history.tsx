import type { ResultOf } from 'gql.tada'
import type { Query } from '../api/use-query.ts'
import { Answer } from '../shell/answer.tsx'
import { useView } from '../shell/use-view.ts'
import { formatInstant } from '../time/format-instant.ts'
import { describeRows, describeStatus } from './describe-import.ts'
import type { IMPORTS } from './import-query.ts'

/** Earlier imports, including those of the command line. */
export function ImportHistory({
  query,
  shownId,
  onShow,
}: {
  readonly query: Query<ResultOf<typeof IMPORTS>>
  readonly shownId: string
  readonly onShow: (id: string) => void
}) {
  const { zone } = useView()
  return (
    <section className="panel panel-body" aria-labelledby="history-title">
      <h2 id="history-title">Earlier imports</h2>
      <Answer query={{ ...query, isLoading: query.data === null && query.isLoading }} lines={3}>
        {({ importJobs }) =>
          importJobs === null || importJobs.edges.length === 0 ? (
            <p className="muted small">None yet</p>
          ) : (
            <ul className="import-history">
              {importJobs.edges.map(({ node }) => (
                <li key={node.id}>
                  <button type="button" aria-pressed={node.id === shownId} onClick={() => onShow(node.id)}>
                    {node.fileName}
                  </button>
                  <span className="badge">{describeStatus(node.status)}</span>
                  <span className="figure muted small">{describeRows(node)}</span>
                  <time className="muted small" dateTime={node.createdAt}>
                    {formatInstant(node.createdAt, zone)}
                  </time>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
