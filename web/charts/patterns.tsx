import './patterns.css'

/**
 * The fills of the labels in every chart: stripes for negative, dots for irrelevant, so that a chart can be read without colours. Rendered
 * once on each page; charts refer to them by id.
 */
export function Patterns() {
  return (
    <svg className="patterns" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="fill-negative" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="fill-plain-negative" />
          <rect width="1.4" height="5" className="fill-stripe" />
        </pattern>
        <pattern id="fill-irrelevant" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className="fill-plain-irrelevant" />
          <circle cx="2.5" cy="2.5" r="0.9" className="fill-dot" />
        </pattern>
      </defs>
    </svg>
  )
}
