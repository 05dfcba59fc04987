import { LOOKS } from '../charts/labels.ts'
import { formatInstant } from '../time/format-instant.ts'
import type { Model } from './models-query.ts'

/** The known provenance of a version. */
export function ProvenanceList({ model }: { readonly model: Model }) {
  const { version, trainedAt, supportedLabels, provenance } = model
  const facts: readonly (readonly [string, string | null])[] = [
    ['Version', version],
    ['Labels', supportedLabels.map(label => LOOKS[label].name).join(', ')],
    ['Trained', trainedAt === null ? null : `${formatInstant(trainedAt, 'UTC')} UTC`],
    ['Trained by', provenance.command],
    ['Seed', provenance.seed === null ? null : String(provenance.seed)],
    ['Runtime', provenance.runtime],
    ['Code revision', provenance.codeRevision],
    ['Weights, SHA-256', provenance.weightsSha256],
    ['Data, SHA-256', provenance.dataSha256?.join('\n') ?? null],
  ]
  return (
    <section className="panel panel-body" aria-labelledby="provenance-title">
      <h2 id="provenance-title">Provenance</h2>
      <dl className="provenance">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === null ? <span className="no-data">unknown</span> : <code>{value}</code>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
