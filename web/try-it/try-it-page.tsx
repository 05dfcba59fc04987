import { useQuery } from '../api/use-query.ts'
import { EntityNameInput } from '../entity-names/entity-name-input.tsx'
import { Answer } from '../shell/answer.tsx'
import { useDebounced } from '../shell/use-debounced.ts'
import { useParam } from '../shell/use-param.ts'
import { useTitle } from '../shell/use-title.ts'
import { ANALYZE } from './analyze-query.ts'
import { EXAMPLES } from './examples.ts'
import { FoundEntities } from './found-entities.tsx'
import { PREDICT } from './predict-query.ts'
import { PredictionView } from './prediction-view.tsx'
import './try-it.css'

/** Short enough to seem immediate, long enough to send no query for every letter. */
const TYPING_DELAY_MS = 180

export function TryItPage() {
  useTitle('Try it')
  const [text, setText] = useParam('text')
  const [entity, setEntity] = useParam('entity')
  const settledText = useDebounced(text, TYPING_DELAY_MS)
  const settledEntity = useDebounced(entity.trim(), TYPING_DELAY_MS)
  const query = useQuery(
    PREDICT,
    settledText.trim() === '' ? null : { text: settledText, entity: settledEntity === '' ? null : settledEntity },
  )

  const analysis = useQuery(ANALYZE, settledText.trim() === '' ? null : { text: settledText })

  return (
    <>
      <div className="page-head">
        <div>
          <h1>Try it</h1>
          <p className="muted small">See how the model classifies a tweet while you type. Nothing is stored.</p>
        </div>
      </div>
      <div className="try-it">
        <form className="panel panel-body try-it-form" onSubmit={event => event.preventDefault()}>
          <label className="field">
            Tweet
            <textarea
              rows={5}
              value={text}
              onChange={event => setText(event.target.value)}
              placeholder="Type or paste a tweet"
            />
          </label>
          <div className="field">
            <label htmlFor="asked-name">Entity (leave empty to classify the whole message)</label>
            <EntityNameInput
              id="asked-name"
              value={entity}
              onChange={setEntity}
              placeholder="A brand, product or person"
            />
          </div>
          <div className="try-it-examples">
            <span className="muted small">Examples</span>
            {EXAMPLES.map(example => (
              <button
                key={example.text}
                type="button"
                onClick={() => {
                  setText(example.text)
                  setEntity(example.entity)
                }}
              >
                {example.text}
              </button>
            ))}
          </div>
        </form>
        <section className="panel panel-body try-it-answer" aria-label="Result" aria-live="polite">
          {settledText.trim() === '' ? (
            <p className="muted">The result appears here.</p>
          ) : (
            <Answer query={query} lines={5}>
              {({ predict }) =>
                !predict?.prediction ? (
                  <p>{predict?.userErrors.map(({ message }) => message).join(' ')}</p>
                ) : (
                  <PredictionView
                    prediction={predict.prediction}
                    text={query.answered?.text ?? ''}
                    entity={query.answered?.entity ?? ''}
                  />
                )
              }
            </Answer>
          )}
          {settledText.trim() !== '' && (
            <Answer query={analysis} lines={2} knownError={query.error} isErrorHeld={query.isLoading}>
              {({ analyze }) => (
                <FoundEntities
                  text={analysis.answered?.text ?? ''}
                  entities={analyze?.analysis?.entities ?? []}
                  onChoose={setEntity}
                />
              )}
            </Answer>
          )}
        </section>
      </div>
    </>
  )
}
