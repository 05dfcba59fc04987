import { type Label, LOOKS } from '../charts/labels.ts'
import { formatCount, formatShare } from '../numbers/format-number.ts'

interface Props {
  readonly cells: readonly { readonly actual: Label; readonly predicted: Label; readonly count: number }[]
  readonly labels: readonly Label[]
}

/** Rows are the labels of the tweets, columns those of the model. Cells are shaded by their share of the row. */
export function ConfusionMatrix({ cells, labels }: Props) {
  const countOf = (actual: Label, predicted: Label) =>
    cells.find(cell => cell.actual === actual && cell.predicted === predicted)?.count ?? 0
  return (
    <table className="confusion">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Labelled</span>
          </th>
          {labels.map(label => (
            <th key={label} scope="col">
              <span className="visually-hidden">Classified as </span>
              {LOOKS[label].symbol} {LOOKS[label].name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map(actual => {
          const total = labels.reduce((sum, predicted) => sum + countOf(actual, predicted), 0)
          return (
            <tr key={actual}>
              <th scope="row">
                {LOOKS[actual].symbol} {LOOKS[actual].name}
              </th>
              {labels.map(predicted => {
                const count = countOf(actual, predicted)
                const share = total === 0 ? null : count / total
                return (
                  <td
                    key={predicted}
                    className={actual === predicted ? 'confusion-right' : undefined}
                    style={{ '--share': `${Math.round((share ?? 0) * 100)}%` }}
                  >
                    <span className="confusion-share">{share === null ? '' : formatShare(share)}</span>
                    <span className="confusion-count">{formatCount(count)}</span>
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
