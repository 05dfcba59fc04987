import { line } from 'd3-shape'
import { AsTable } from '../charts/as-table.tsx'
import { formatDecimal, formatShare } from '../numbers/format-number.ts'
import { UnitSquare } from './unit-square.tsx'

interface Point {
  readonly threshold: number
  readonly coverage: number
  readonly accuracy: number | null
}

/** Accuracy among the answers that are given, against the share that is, from the strictest threshold to none. */
export function RiskCoverageCurve({ points }: { readonly points: readonly Point[] }) {
  const answered = points.flatMap(({ threshold, coverage, accuracy }) =>
    accuracy === null ? [] : [{ threshold, coverage, accuracy }],
  )
  return (
    <>
      <UnitSquare
        xTitle="share that is answered"
        yTitle="accuracy of the answers"
        summary="Accuracy by the share that is answered; the table below has the figures"
      >
        {({ x, y }) => (
          <>
            <path
              className="trend-line"
              d={
                line<(typeof answered)[number]>()
                  .x(({ coverage }) => x(coverage))
                  .y(({ accuracy }) => y(accuracy))(answered) ?? ''
              }
            />
            {answered.map(({ threshold, coverage, accuracy }) => (
              <circle key={threshold} className="trend-point" cx={x(coverage)} cy={y(accuracy)} r="3">
                <title>{`Answers at ${formatDecimal(threshold)} or surer: ${formatShare(coverage)} answered, ${formatDecimal(accuracy)} right`}</title>
              </circle>
            ))}
          </>
        )}
      </UnitSquare>
      <AsTable columns={['Threshold', 'Answered', 'Right']}>
        {answered.map(({ threshold, coverage, accuracy }) => (
          <tr key={threshold}>
            <th scope="row">{formatDecimal(threshold)}</th>
            <td>{formatShare(coverage)}</td>
            <td>{formatDecimal(accuracy)}</td>
          </tr>
        ))}
      </AsTable>
    </>
  )
}
