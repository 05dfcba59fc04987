import type { Label } from '../../labels.ts'
import { entityKey } from '../language/entity-key.ts'
import type { BootstrapOptions } from './cluster-bootstrap.ts'
import { measure } from './measure.ts'
import type { EvaluationReport } from './report.ts'
import type { ScoredRow } from './scored-row.ts'

type EntityMeasures = EvaluationReport['perEntity'][number]

/** A corpus may name tens of thousands of entities, most of them too rare for a figure. */
const MOST_ENTITIES = 200

/**
 * Figures per entity, most frequent first. Spellings of one name are one entity, shown in its first spelling; rows
 * without an entity are not included.
 * @param bootstrap called for each entity, so that an interval depends only on the entity's own rows.
 */
export function perEntity(
  rows: readonly ScoredRow[],
  labels: readonly Label[],
  bootstrap: () => BootstrapOptions,
): EntityMeasures[] {
  const entities = new Map<string, { readonly name: string; readonly rows: ScoredRow[] }>()
  for (const row of rows) {
    const key = row.entity === null ? null : entityKey(row.entity)
    if (row.entity === null || key === null) continue
    const entity = entities.get(key) ?? { name: row.entity.trim(), rows: [] }
    entities.set(key, entity)
    entity.rows.push(row)
  }
  return [...entities.values()]
    .sort((one, other) => other.rows.length - one.rows.length || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_ENTITIES)
    .map(entity => {
      const { tweetCount, accuracy, macroF1 } = measure(entity.rows, labels, bootstrap())
      return { name: entity.name, rowCount: entity.rows.length, tweetCount, accuracy, macroF1 }
    })
}
