import { formatDecimal } from '../numbers/format-number.ts'
import { LABELS, type Label, LOOKS } from './labels.ts'
import './probability-bars.css'

interface Props {
  readonly probabilities: Readonly<Record<'positive' | 'neutral' | 'negative' | 'irrelevant', number>>
  /** The most likely label, which is emphasised. */
  readonly label: Label
}

/** The probability of each label according to the model. */
export function ProbabilityBars({ probabilities, label: chosen }: Props) {
  return (
    <dl className="probabilities">
      {LABELS.map(label => {
        const { name, key, symbol } = LOOKS[label]
        const probability = probabilities[key]
        return (
          <div key={label} className={label === chosen ? 'probability probability-chosen' : 'probability'}>
            <dt>
              <span aria-hidden="true">{symbol}</span> {name}
            </dt>
            <dd className="probability-bar" aria-hidden="true">
              <svg width="100%" height="12" aria-hidden="true">
                <rect className="probability-track" width="100%" height="12" rx="3" />
                <rect className={`fill-${key}`} width={`${probability * 100}%`} height="12" rx="3" />
              </svg>
            </dd>
            <dd className="figure">{formatDecimal(probability)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
