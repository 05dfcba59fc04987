import { useParam } from '../shell/use-param.ts'
import { evaluationKey } from './describe-evaluation.ts'
import { EstimationView } from './estimation-view.tsx'
import { EvaluationTable } from './evaluation-table.tsx'
import { EvaluationView } from './evaluation-view.tsx'
import { groupEvaluations } from './group-evaluations.ts'
import type { Model } from './models-query.ts'
import { ProvenanceList } from './provenance-list.tsx'

/** One version: its evaluations, one of them in full, and its provenance. */
export function ModelView({ model }: { readonly model: Model }) {
  const [chosen, setChosen] = useParam('evaluation')
  const groups = groupEvaluations(model.evaluations, model.provenance.seed)
  const shown =
    model.evaluations.find(evaluation => evaluationKey(evaluation) === chosen) ?? groups[0]?.rows[0]?.evaluation
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
            groups={groups}
            shownKey={evaluationKey(shown)}
            onShow={evaluation => setChosen(evaluationKey(evaluation))}
          />
        )}
      </section>
      {shown !== undefined && <EvaluationView modelId={model.id} summary={shown} />}
      <EstimationView modelId={model.id} />
      <ProvenanceList model={model} />
    </div>
  )
}
