import { line } from 'd3-shape'
import { AsTable } from '../charts/as-table.tsx'
import { formatDecimal, formatShare } from '../numbers/format-number.ts'
import { UnitSquare } from './unit-square.tsx'

interface Point {
  readonly threshold: number
  readonly coverage: number
  readonly accuracy: number | null
}

/** Accuracy of the answered tweets against their share, from the strictest threshold to none. */
export function RiskCoverageCurve({ points }: { readonly points: readonly Point[] }) {
  const answered = points.flatMap(({ threshold, coverage, accuracy }) =>
    accuracy === null ? [] : [{ threshold, coverage, accuracy }],
  )
  return (
    <>
      <UnitSquare
        xTitle="share answered"
        yTitle="accuracy of the answers"
        summary="Accuracy by the share answered. The table below has the figures."
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
                <title>{`Confidence of at least ${formatDecimal(threshold)}: ${formatShare(coverage)} answered, accuracy ${formatDecimal(accuracy)}`}</title>
              </circle>
            ))}
          </>
        )}
      </UnitSquare>
      <AsTable columns={['Threshold', 'Answered', 'Accuracy']}>
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
