import { LabelMark } from '../charts/label-mark.tsx'
import { ProbabilityBars } from '../charts/probability-bars.tsx'
import { describeCertainty } from '../numbers/describe-certainty.ts'
import { ViewLink } from '../shell/view-link.tsx'
import type { Prediction } from './predict-query.ts'

export function PredictionView({ prediction, entity }: { readonly prediction: Prediction; readonly entity: string }) {
  const { label, probabilities, model, isUncertain } = prediction
  return (
    <>
      <p className="prediction-label">
        <LabelMark label={label} />
        <span className={isUncertain ? 'badge badge-warn' : 'muted'}>{describeCertainty(prediction)}</span>
      </p>
      <ProbabilityBars probabilities={probabilities} label={label} />
      <p className="muted small">
        {entity === '' ? 'The feeling of the whole message' : `The feeling about ${entity}`}, by{' '}
        <ViewLink to={`/models/${model.version}`}>{model.version}</ViewLink>
      </p>
    </>
  )
}
