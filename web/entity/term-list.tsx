import { scaleLinear } from 'd3-scale'
import { LabelMark } from '../charts/label-mark.tsx'
import { type Label, LOOKS } from '../charts/labels.ts'
import { formatCount, formatDecimal } from '../numbers/format-number.ts'
import type { TopTerms } from './terms-query.ts'

const HEIGHT = 16

interface Props {
  readonly label: Label
  readonly top: TopTerms
  readonly onChoose: (term: string) => void
}

/** The terms of one label on one scale, the most certain first. */
export function TermList({ label, top, onChoose }: Props) {
  const { terms, sampleSize, otherSampleSize } = top
  const position = scaleLinear([0, Math.max(0.1, ...terms.map(({ high }) => high))], [1, 97])
  const percent = (value: number) => `${position(Math.max(0, value))}%`
  return (
    <div>
      <p className="term-head small muted">
        <LabelMark label={label} />
        <span>
          {formatCount(sampleSize)} tweets compared with {formatCount(otherSampleSize)} others
        </span>
      </p>
      {terms.length === 0 ? (
        <p className="no-data">no distinctive word</p>
      ) : (
        <ul className="term-list">
          {terms.map(({ term, weight, low, high, count, otherCount }) => {
            const words = `log-odds ${formatDecimal(weight)}, 95 % interval ${formatDecimal(low)} to ${formatDecimal(high)}; in ${formatCount(count)} of these tweets and ${formatCount(otherCount)} others`
            return (
              <li key={term} title={words}>
                <button type="button" onClick={() => onChoose(term)}>
                  {term}
                </button>
                <svg width="100%" height={HEIGHT} role="img" aria-label={words} className={`term-${LOOKS[label].key}`}>
                  <line className="interval-mark-zero" x1={percent(0)} x2={percent(0)} y1="2" y2={HEIGHT - 2} />
                  <line
                    className="interval-mark-interval"
                    x1={percent(low)}
                    x2={percent(high)}
                    y1={HEIGHT / 2}
                    y2={HEIGHT / 2}
                  />
                  <circle className="interval-mark-value" cx={percent(weight)} cy={HEIGHT / 2} r="4" />
                </svg>
                <span className="figure muted small">n {formatCount(count)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
