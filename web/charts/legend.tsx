import { LABELS, LOOKS } from './labels.ts'
import './legend.css'

/** The fill of each label. */
export function Legend() {
  return (
    <ul className="legend" aria-label="Labels">
      {LABELS.map(label => (
        <li key={label}>
          <svg width="12" height="12" aria-hidden="true">
            <rect className={`fill-${LOOKS[label].key}`} width="12" height="12" rx="2" />
          </svg>
          {LOOKS[label].name}
        </li>
      ))}
    </ul>
  )
}
