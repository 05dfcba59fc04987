import { formatShare } from '../numbers/format-number.ts'
import { countLabels, describeCounts, type LabelCounts, stackLabels } from './label-counts.ts'
import { LOOKS } from './labels.ts'
import './share-bar.css'

/** The shares of the labels as one bar, with the two most important ones in figures. */
export function ShareBar({ counts }: { readonly counts: LabelCounts }) {
  const labelled = countLabels(counts)
  if (labelled === 0) return <span className="no-data">no data</span>
  const words = describeCounts(counts)
  return (
    <div className="share-bar" title={words}>
      <svg className="share-bar-bar" role="img" aria-label={words} preserveAspectRatio="none" width="100%" height="10">
        {stackLabels(counts).map(({ label, share, start }) => (
          <rect
            key={label}
            className={`fill-${LOOKS[label].key}`}
            x={`${start * 100}%`}
            width={`${share * 100}%`}
            height="10"
          />
        ))}
      </svg>
      <div className="share-bar-figures" aria-hidden="true">
        <span className="ink-positive">▲ {formatShare(counts.positive / labelled)}</span>
        <span className="ink-negative">▼ {formatShare(counts.negative / labelled)}</span>
      </div>
    </div>
  )
}
