import type { EstimatedPair } from './compare-query.ts'
import { describeDifference, describePair } from './describe-pair.ts'

/** Every pair in words, significant differences first. */
export function PairList({ pairs }: { readonly pairs: readonly EstimatedPair[] }) {
  const sorted = [...pairs].sort(
    (a, b) =>
      Number(b.isSignificant ?? false) - Number(a.isSignificant ?? false) ||
      Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0),
  )
  return (
    <section className="panel panel-body" aria-labelledby="pairs-title">
      <h2 id="pairs-title">Significant differences</h2>
      <ul className="pair-list">
        {sorted.map(pair => (
          <li
            key={`${pair.first.name} ${pair.second.name}`}
            className={pair.isSignificant === true ? 'pair-clear' : 'muted'}
          >
            <span>{describePair(pair)}</span>
            <span className="figure small muted">{describeDifference(pair)}</span>
          </li>
        ))}
      </ul>
      <p className="muted small">
        Difference in net sentiment with its 95 % interval. Interval and p include the wrong labels of the model and the
        sampling of tweets{pairs.length > 1 && `; p is corrected for all ${pairs.length} pairs (Holm)`}. Below 0.05, a
        difference is significant. Labels from a review queue make both more precise.
      </p>
    </section>
  )
}
