import { labelMapIn, unknownLabels } from './label-map.ts'

interface Props {
  readonly labels: string
  /** The words of the label column in the first rows. */
  readonly words: readonly string[]
  /** A map that the first rows make likely, written as in the command; empty if there is none. */
  readonly suggested: string
  readonly onChange: (labels: string) => void
}

/** The meaning of a file's own labels, written as in the command. Names those of the first rows that have none. */
export function LabelMapField({ labels, words, suggested, onChange }: Props) {
  const unknown = unknownLabels(words, labelMapIn(labels) ?? [])
  return (
    <>
      <label className="field">
        Meaning of labels
        <input
          value={labels}
          onChange={event => onChange(event.target.value)}
          placeholder="0=Negative,4=Positive"
          spellCheck={false}
        />
        {unknown.length > 0 && (
          <span>Unknown: {unknown.join(', ')}. A tweet with an unknown label is stored without it.</span>
        )}
      </label>
      {suggested !== '' && labels.trim() === '' && (
        <p className="small suggestion">
          The labels look like {suggested}.{' '}
          <button type="button" className="link-button" onClick={() => onChange(suggested)}>
            Use these labels
          </button>
        </p>
      )}
    </>
  )
}
