import { labelPath } from '../label/label-path.ts'
import { describeEvidence } from '../numbers/describe-evidence.ts'
import { describeSentiment } from '../numbers/describe-sentiment.ts'
import { formatSigned } from '../numbers/format-number.ts'
import { ViewLink } from '../shell/view-link.tsx'
import type { ComparedPair } from './compare-query.ts'
import { describeDifference, describePair } from './describe-pair.ts'

/** Every pair in words, significant differences first. */
export function PairList({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  const sorted = [...pairs].sort(
    (a, b) =>
      Number(b.isSignificant ?? false) - Number(a.isSignificant ?? false) ||
      Math.abs(b.difference.value ?? 0) - Math.abs(a.difference.value ?? 0),
  )
  const unclear = new Set(
    pairs.flatMap(({ first, second, isSignificant }) => (isSignificant === false ? [first.name, second.name] : [])),
  )
  return (
    <section className="panel panel-body" aria-labelledby="pairs-title">
      <h2 id="pairs-title">What holds up</h2>
      <ul className="pair-list">
        {sorted.map(pair => (
          <li
            key={`${pair.first.name} ${pair.second.name}`}
            className={pair.isSignificant === true ? 'pair-clear' : 'muted'}
          >
            <span>{describePair(pair)}</span>
            <span className="figure small muted" title={describeSentiment(pair.difference, formatSigned)}>
              {describeDifference(pair)}, {describeEvidence(pair.difference)}
            </span>
          </li>
        ))}
      </ul>
      {unclear.size > 0 && (
        <p className="small">
          <span aria-hidden="true">Label tweets about </span>
          {[...unclear].map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <ViewLink to={labelPath(name)}>
                <span className="visually-hidden">Label tweets about </span>
                {name}
              </ViewLink>
            </span>
          ))}
          .
        </p>
      )}
      <p className="muted small">
        Difference in net sentiment with its 95 % interval. Interval and p include the errors of the model and the
        sampling of tweets{pairs.length > 1 && `; p is corrected for all ${pairs.length} pairs (Holm)`}. Below 0.05, a
        difference is significant.
      </p>
    </section>
  )
}
