import { type Label, LOOKS } from './labels.ts'
import './label-mark.css'

/** A label as a word with its symbol. */
export function LabelMark({ label }: { readonly label: Label }) {
  const { name, key, symbol } = LOOKS[label]
  return (
    <span className={`label-mark label-mark-${key}`}>
      <span aria-hidden="true">{symbol}</span>
      {name}
    </span>
  )
}
