import { AsTable } from '../charts/as-table.tsx'
import { formatCount, formatDecimal } from '../numbers/format-number.ts'
import { UnitSquare } from './unit-square.tsx'

interface Bin {
  readonly low: number
  readonly high: number
  readonly count: number
  readonly meanConfidence: number | null
  readonly accuracy: number | null
}

/** The area of a dot is its share of the rows. The smallest dots stay visible. */
const LARGEST_RADIUS = 11
const SMALLEST_RADIUS = 2

/** Accuracy against confidence, with a dot for each bin. On the diagonal, a confidence of 0.8 means 80 % correct. */
export function ReliabilityDiagram({ bins }: { readonly bins: readonly Bin[] }) {
  const filled = bins.flatMap(({ count, meanConfidence, accuracy, low, high }) =>
    meanConfidence === null || accuracy === null ? [] : [{ count, meanConfidence, accuracy, low, high }],
  )
  const most = Math.max(1, ...filled.map(({ count }) => count))
  return (
    <>
      <UnitSquare
        xTitle="confidence"
        yTitle="accuracy"
        summary="Accuracy by confidence. The table below has the figures."
      >
        {({ x, y }) => (
          <>
            <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
            {filled.map(({ count, meanConfidence, accuracy, low }) => (
              <g key={low}>
                <line
                  className="reliability-gap"
                  x1={x(meanConfidence)}
                  x2={x(meanConfidence)}
                  y1={y(meanConfidence)}
                  y2={y(accuracy)}
                />
                <circle
                  className="reliability-dot"
                  cx={x(meanConfidence)}
                  cy={y(accuracy)}
                  r={Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(count / most))}
                >
                  <title>{`${formatCount(count)} answers with a mean confidence of ${formatDecimal(meanConfidence)}: accuracy ${formatDecimal(accuracy)}`}</title>
                </circle>
              </g>
            ))}
          </>
        )}
      </UnitSquare>
      <AsTable columns={['Confidence', 'Answers', 'Mean', 'Accuracy']}>
        {filled.map(({ low, high, count, meanConfidence, accuracy }) => (
          <tr key={low}>
            <th scope="row">
              {formatDecimal(low)} to {formatDecimal(high)}
            </th>
            <td>{formatCount(count)}</td>
            <td>{formatDecimal(meanConfidence)}</td>
            <td>{formatDecimal(accuracy)}</td>
          </tr>
        ))}
      </AsTable>
    </>
  )
}
