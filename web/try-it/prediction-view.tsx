import { Contributions } from '../charts/contributions.tsx'
import { HighlightedText } from '../charts/highlighted-text.tsx'
import { LabelMark } from '../charts/label-mark.tsx'
import { ProbabilityBars } from '../charts/probability-bars.tsx'
import { ModelName } from '../models/model-name.tsx'
import { describeCertainty } from '../numbers/describe-certainty.ts'
import type { Prediction } from './predict-query.ts'

interface Props {
  readonly prediction: Prediction
  /** The text and entity of the prediction, which may differ from those being typed. */
  readonly text: string
  readonly entity: string
}

export function PredictionView({ prediction, text, entity }: Props) {
  const { label, probabilities, model, isUncertain, unreadReason } = prediction
  // Not every model version can explain its answer.
  const contributions = prediction.explanation ?? []
  return (
    <>
      <p className="prediction-label">
        {unreadReason === null && <LabelMark label={label} />}
        <span className={isUncertain ? 'badge badge-warn' : 'muted'}>{describeCertainty(prediction)}</span>
      </p>
      <p className="prediction-text" dir="auto">
        <HighlightedText text={text} contributions={contributions} label={label} />
      </p>
      <Contributions contributions={contributions} label={label} />
      <ProbabilityBars probabilities={probabilities} label={label} />
      <p className="muted small">
        {entity === '' ? 'Sentiment of the whole message' : `Sentiment towards ${entity}`}, classified by{' '}
        <ModelName model={model} />
      </p>
    </>
  )
}
