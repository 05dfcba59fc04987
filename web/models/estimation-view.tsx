import { useQuery } from '../api/use-query.ts'
import { LOOKS } from '../charts/labels.ts'
import { formatCount, formatDecimal, formatShare, formatTenths } from '../numbers/format-number.ts'
import { Answer } from '../shell/answer.tsx'
import { CopyText } from '../shell/copy-text.tsx'
import { useView } from '../shell/use-view.ts'
import { formatDate } from '../time/format-instant.ts'
import { ESTIMATION, type Estimation } from './estimation-query.ts'
import { labelsNeeded, WANTED_HALF_WIDTHS } from './labels-needed.ts'

/** How often the intervals of a version contain the truth, and how many labels an entity needs. */
export function EstimationView({ modelId }: { readonly modelId: string }) {
  const query = useQuery(ESTIMATION, { id: modelId })
  return (
    <section className="panel panel-body" aria-labelledby="estimation-title">
      <h2 id="estimation-title">Estimates of net sentiment</h2>
      <Answer query={query} lines={6}>
        {({ node }) => {
          const estimation = node !== null && 'estimation' in node ? node.estimation : null
          return estimation === null ? (
            <p className="no-data">
              no data: its errors were not measured, so that intervals without labels contain nearly everything.{' '}
              <code>pulso evaluate --estimates</code> measures them on labelled files of several sources.
            </p>
          ) : (
            <Measured estimation={estimation} />
          )
        }}
      </Answer>
    </section>
  )
}

function Measured({ estimation }: { readonly estimation: Estimation }) {
  const { zone } = useView()
  const { sources, entities, comparisons, trainedOnRowCount, command, evaluatedAt } = estimation
  const tweets = sources.reduce((sum, { tweetCount }) => sum + tweetCount, 0)
  return (
    <>
      <p>
        Measured on {formatCount(tweets)} labelled tweets of {sources.length} sources
        {trainedOnRowCount > 0 && `, without ${formatCount(trainedOnRowCount)} tweets that it was trained on`}. Each
        source is tested with the errors that the model makes on the others. An interval should contain the truth in 95
        %.
      </p>
      <CoverageTable rows={entities} />
      <h3>Labels that an entity needs</h3>
      <NeededTable rows={entities} />
      <h3>Differences between two entities</h3>
      <ComparisonTable rows={comparisons} />
      <Shifts shifts={estimation.shifts} />
      <p className="muted small">
        {formatDate(evaluatedAt, zone)}: <CopyText text={command} />
      </p>
    </>
  )
}

function CoverageTable({ rows }: { readonly rows: Estimation['entities'] }) {
  const isExpected = rows.some(({ expectedWidth }) => expectedWidth !== null)
  return (
    // A scrolling box must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="table-scroll" tabIndex={0} aria-label="Intervals by number of labels">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Labels</th>
            <th scope="col">Entities</th>
            <th scope="col">Contains the truth</th>
            <th scope="col">Half width</th>
            {isExpected && <th scope="col">Expected</th>}
            <th scope="col">Error</th>
            <th scope="col">Wrong sign</th>
            <th scope="col">Labels alone: half width</th>
            <th scope="col">Labels alone: error</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ labelled, entityCount, coverage, width, expectedWidth, meanError, signErrors, labelsAlone }) => (
            <tr key={labelled}>
              <th scope="row">{formatCount(labelled)}</th>
              <td>{formatCount(entityCount)}</td>
              <td>{formatTenths(coverage)}</td>
              <td>±{formatDecimal(width / 2)}</td>
              {isExpected && <td>{expectedWidth === null ? '' : `±${formatDecimal(expectedWidth / 2)}`}</td>}
              <td>{formatDecimal(meanError)}</td>
              <td>{formatTenths(signErrors)}</td>
              <td>{labelsAlone === null ? '' : `±${formatDecimal(labelsAlone.width / 2)}`}</td>
              <td>{labelsAlone === null ? '' : formatDecimal(labelsAlone.meanError)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function NeededTable({ rows }: { readonly rows: Estimation['entities'] }) {
  const most = Math.max(0, ...rows.map(({ labelled }) => labelled))
  return (
    <table className="plain-table labels-needed">
      <thead>
        <tr>
          <th scope="col">Half width</th>
          <th scope="col">Labels, on average</th>
        </tr>
      </thead>
      <tbody>
        {WANTED_HALF_WIDTHS.map(halfWidth => {
          const needed = labelsNeeded(rows, halfWidth)
          return (
            <tr key={halfWidth}>
              <th scope="row">±{formatDecimal(halfWidth)}</th>
              <td>{needed === null ? `more than ${formatCount(most)}` : `about ${formatCount(needed)}`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function ComparisonTable({ rows }: { readonly rows: Estimation['comparisons'] }) {
  return (
    <table className="plain-table labels-needed">
      <thead>
        <tr>
          <th scope="col">Labels of each</th>
          <th scope="col">Pairs</th>
          <th scope="col">Significant</th>
          <th scope="col">Wrong sign among these</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ labelled, pairCount, significant, wrong }) => (
          <tr key={labelled}>
            <th scope="row">{formatCount(labelled)}</th>
            <td>{formatCount(pairCount)}</td>
            <td>{formatShare(significant)}</td>
            <td>{wrong === null ? '' : formatShare(wrong)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How much the model's bias differs, as factors of odds: those of an ordinary source and an ordinary entity. */
function Shifts({ shifts }: { readonly shifts: Estimation['shifts'] }) {
  return (
    <>
      <h3>Bias of one entity</h3>
      <p>
        Among tweets with the same answer of the model, the odds of a true label against Neutral differ between sources,
        and between entities of one source. These are the factors of an ordinary one.
      </p>
      <table className="plain-table labels-needed">
        <thead>
          <tr>
            <th scope="col">True label</th>
            <th scope="col">Between sources</th>
            <th scope="col">Between entities</th>
          </tr>
        </thead>
        <tbody>
          {shifts.map(({ label, betweenSources, betweenEntities }) => (
            <tr key={label}>
              <th scope="row">
                {LOOKS[label].symbol} {LOOKS[label].name}
              </th>
              <td>×{formatDecimal(Math.exp(betweenSources))}</td>
              <td>×{formatDecimal(Math.exp(betweenEntities))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
