import type { VariablesOf } from 'gql.tada'
import { graphql } from '../api/schema.ts'
import { useQuery } from '../api/use-query.ts'

const EXPORTS = graphql(`
  query Exports($entity: String!, $range: RangeInput!, $filter: ClassificationFilter!) {
    csv: exportClassifications(entity: $entity, range: $range, filter: $filter, format: CSV) { url }
    ndjson: exportClassifications(entity: $entity, range: $range, filter: $filter, format: NDJSON) { url }
  }
`)

/** Downloads of all tweets that match, not only of those that are loaded. */
export function ExportLinks(variables: VariablesOf<typeof EXPORTS>) {
  const { data } = useQuery(EXPORTS, variables)
  if (!data?.csv || !data.ndjson) return null
  return (
    <span className="export-links small">
      Download all:{' '}
      <a href={data.csv.url} download>
        CSV
      </a>{' '}
      <a href={data.ndjson.url} download>
        NDJSON
      </a>
    </span>
  )
}
