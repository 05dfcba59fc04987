import type { Known } from '../numbers/estimate.ts'
import { formatSigned } from '../numbers/format-number.ts'
import './change-text.css'

/** The change of net sentiment since the period before, and whether its interval excludes 0. Null if a period has no tweets. */
export function ChangeText({ change }: { readonly change: Known | null }) {
  if (change === null) return <span className="no-data">no data</span>
  const { value, low, high } = change
  const verdict = low > 0 ? 'better' : high < 0 ? 'worse' : 'unclear'
  const looks = { better: 'change-clear ink-positive', worse: 'change-clear ink-negative', unclear: 'muted' } as const
  const words = { better: '▲ better', worse: '▼ worse', unclear: 'no clear change' } as const
  return (
    <span
      title={`Net sentiment changed by ${formatSigned(value)}, 95 % interval ${formatSigned(low)} to ${formatSigned(high)}`}
    >
      <span className={looks[verdict]}>
        {formatSigned(value)} <span className="small">{words[verdict]}</span>
      </span>
      <span className="muted small change-interval">
        {formatSigned(low)} to {formatSigned(high)}
      </span>
    </span>
  )
}
