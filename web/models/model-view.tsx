import { useParam } from '../shell/use-param.ts'
import { evaluationKey } from './describe-evaluation.ts'
import { EvaluationTable } from './evaluation-table.tsx'
import { EvaluationView } from './evaluation-view.tsx'
import type { Model } from './models-query.ts'
import { ProvenanceList } from './provenance-list.tsx'

/** One version: its evaluations, one of them in full, and its provenance. */
export function ModelView({ model }: { readonly model: Model }) {
  const [chosen, setChosen] = useParam('evaluation')
  // The newest first, and leaky ones last.
  const evaluations = [...model.evaluations].sort((one, other) => Number(one.isLeaky) - Number(other.isLeaky))
  const shown = evaluations.find(evaluation => evaluationKey(evaluation) === chosen) ?? evaluations[0]
  return (
    <div className="model-view">
      <section className="panel panel-body" aria-labelledby="measured-title">
        <h2 id="measured-title">Evaluations</h2>
        {shown === undefined ? (
          <p className="no-data">
            no data: <code>pulso evaluate</code> measures a model on labelled tweets
          </p>
        ) : (
          <EvaluationTable
            evaluations={evaluations}
            shownKey={evaluationKey(shown)}
            onShow={evaluation => setChosen(evaluationKey(evaluation))}
          />
        )}
      </section>
      {shown !== undefined && <EvaluationView modelId={model.id} summary={shown} />}
      <ProvenanceList model={model} />
    </div>
  )
}
