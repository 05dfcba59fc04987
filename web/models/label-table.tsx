import { LOOKS } from '../charts/labels.ts'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatThousandths } from '../numbers/format-number.ts'
import type { EvaluationDetail } from './evaluation-query.ts'

export function LabelTable({ labels }: { readonly labels: EvaluationDetail['perLabel'] }) {
  return (
    // A scrolling box must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="table-scroll" tabIndex={0} aria-label="Precision, recall and F1 of each label">
      <table className="plain-table label-table">
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col">Precision</th>
            <th scope="col">Recall</th>
            <th scope="col">F1</th>
            <th scope="col">Rows</th>
          </tr>
        </thead>
        <tbody>
          {labels.map(({ label, precision, recall, f1, support }) => (
            <tr key={label}>
              <th scope="row">
                {LOOKS[label].symbol} {LOOKS[label].name}
              </th>
              <td>
                <EstimateText estimate={precision} format={formatThousandths} />
              </td>
              <td>
                <EstimateText estimate={recall} format={formatThousandths} />
              </td>
              <td>
                <EstimateText estimate={f1} format={formatThousandths} />
              </td>
              <td>{formatCount(support)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
