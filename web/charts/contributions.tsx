import { formatSigned } from '../numbers/format-number.ts'
import { type Label, LOOKS } from './labels.ts'

interface Props {
  readonly contributions: readonly { readonly term: string; readonly start: number; readonly weight: number }[]
  readonly label: Label
}

/** The words behind a label in a sentence: the text alternative of a highlighted text. */
export function Contributions({ contributions, label }: Props) {
  const speaking = contributions.filter(({ weight }) => Math.abs(weight) >= 0.005)
  if (speaking.length === 0) return null
  const list = (side: typeof speaking) => side.map(({ term, weight }) => `“${term}” ${formatSigned(weight)}`).join(', ')
  const [pro, contra] = [speaking.filter(({ weight }) => weight > 0), speaking.filter(({ weight }) => weight < 0)]
  return (
    <p className="small muted contributions">
      {pro.length > 0 && `For ${LOOKS[label].name}: ${list(pro)}. `}
      {contra.length > 0 && `Against: ${list(contra)}. `}
      Each number is the drop in the probability of {LOOKS[label].name} without that word.
    </p>
  )
}
