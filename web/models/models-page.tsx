import { useQuery } from '../api/use-query.ts'
import { Answer } from '../shell/answer.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ModelList } from './model-list.tsx'
import { ModelView } from './model-view.tsx'
import { MODELS, type Model } from './models-query.ts'
import './models.css'

export function ModelsPage({ version }: { readonly version: string | null }) {
  useTitle('Models')
  const query = useQuery(MODELS, {})
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Models</h1>
          <p className="muted small">
            How accurate each version is, on which tweets that was measured, and where it comes from
          </p>
        </div>
      </div>
      <Answer query={query} lines={12}>
        {({ models }) => {
          const all = models?.edges.map(({ node }) => node) ?? []
          const shown = choose(all, version)
          return shown === null ? (
            <p className="muted">
              {version === null ? 'No model is available.' : `Version ${version} does not exist.`}
            </p>
          ) : (
            <div className="models">
              <ModelList models={all} shown={shown} />
              <ModelView key={shown.id} model={shown} />
            </div>
          )
        }}
      </Answer>
    </>
  )
}

/** The version that the address names, else the active one. */
function choose(models: readonly Model[], version: string | null): Model | null {
  if (version !== null) return models.find(model => model.version === version) ?? null
  return models.find(({ role }) => role === 'ACTIVE') ?? models[0] ?? null
}
