import { LabelMark } from '../charts/label-mark.tsx'
import { LOOKS } from '../charts/labels.ts'
import type { FoundEntity } from './analyze-query.ts'

interface Props {
  /** The analyzed text, which may differ from the one being typed. */
  readonly text: string
  readonly entities: readonly FoundEntity[]
  /** Judges the text about one of them. */
  readonly onChoose: (name: string) => void
}

/** The entities of a text, marked in it in the colour of their labels. */
export function FoundEntities({ text, entities, onChoose }: Props) {
  if (entities.length === 0) return null
  return (
    <div className="found-entities">
      <h2>Entities in this text</h2>
      <p className="prediction-text" dir="auto">
        {partsOf(text, entities).map(({ start, written, label }) =>
          label === null ? (
            <span key={start}>{written}</span>
          ) : (
            <mark key={start} className={`found found-${LOOKS[label].key}`} title={LOOKS[label].name}>
              {written}
            </mark>
          ),
        )}
      </p>
      <ul>
        {entities.map(({ name, sentiment, prediction }) => (
          <li key={name}>
            <button type="button" className="link-button" onClick={() => onChoose(name)}>
              {name}
            </button>{' '}
            {sentiment === 'MIXED' && <span className="badge">Mixed</span>}
            {sentiment !== 'MIXED' && prediction.unreadReason === null && <LabelMark label={prediction.label} />}{' '}
            {prediction.isUncertain && (
              <span className="muted small">{prediction.unreadReason === null ? 'uncertain' : 'no opinion'}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Part {
  readonly start: number
  readonly written: string
  /** Null outside of names. */
  readonly label: FoundEntity['prediction']['label'] | null
}

/** The text in parts. Offsets of the API are UTF-16 code units, as those of strings here. */
function partsOf(text: string, entities: readonly FoundEntity[]): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  const push = (end: number, label: Part['label']) => {
    if (end > at) parts.push({ start: at, written: text.slice(at, end), label })
    at = Math.max(at, end)
  }
  const places = entities.flatMap(({ occurrences }) => occurrences).sort((a, b) => a.start - b.start)
  for (const { start, end, label } of places) {
    push(start, null)
    push(end, label)
  }
  push(text.length, null)
  return parts
}
