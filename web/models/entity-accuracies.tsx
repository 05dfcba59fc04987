import { scaleLinear } from 'd3-scale'
import { known } from '../numbers/estimate.ts'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatThousandths } from '../numbers/format-number.ts'
import type { EvaluationDetail } from './evaluation-query.ts'

const HEIGHT = 16
const position = scaleLinear([0, 1], [1, 99])
const percent = (value: number) => `${position(value)}%`

/** Accuracy for each entity with its interval, which is long for few rows. */
export function EntityAccuracies({ entities }: { readonly entities: EvaluationDetail['perEntity'] }) {
  if (entities.length === 0) return <p className="no-data">no data: no row has an entity</p>
  return (
    // A scrolling box must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="table-scroll" tabIndex={0} aria-label="Accuracy of each entity">
      <table className="plain-table entity-accuracies">
        <thead>
          <tr>
            <th scope="col">Entity</th>
            <th scope="col">
              <span className="visually-hidden">Chart</span>
            </th>
            <th scope="col">Accuracy</th>
          </tr>
        </thead>
        <tbody>
          {entities.map(({ name, accuracy }) => {
            const measured = known(accuracy)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="entity-accuracy-mark">
                  <svg width="100%" height={HEIGHT} aria-hidden="true">
                    <line className="interval-mark-axis" x1="1%" x2="99%" y1={HEIGHT / 2} y2={HEIGHT / 2} />
                    {measured !== null && (
                      <>
                        <line
                          className="accuracy-interval"
                          x1={percent(measured.low)}
                          x2={percent(measured.high)}
                          y1={HEIGHT / 2}
                          y2={HEIGHT / 2}
                        />
                        <circle className="accuracy-value" cx={percent(measured.value)} cy={HEIGHT / 2} r="3.5" />
                      </>
                    )}
                  </svg>
                </td>
                <td>
                  <EstimateText estimate={accuracy} format={formatThousandths} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
