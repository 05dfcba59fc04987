import type { Label } from '../../labels.ts'
import { entityKey } from '../language/entity-key.ts'
import type { AuditedRow } from './audited-file.ts'
import { comparableText } from './comparable-text.ts'

/** How often rows with the same text and the same entity have different labels. */
export interface Contradictions {
  /** Rows whose text and entity occur more than once. */
  readonly repeatedRowCount: number
  /** Pairs of text and entity with more than one label. */
  readonly contradictoryTextCount: number
  /** Rows of these pairs. */
  readonly contradictoryRowCount: number
  /** Rows whose label differs from the most frequent one of their text and entity. */
  readonly minorityRowCount: number
  /** The highest accuracy on these rows that any function of text and entity can reach. */
  readonly accuracyCeiling: number
  /** Texts whose label differs between entities. This is no contradiction: it needs a model that reads the entity. */
  readonly entityDependentTextCount: number
}

/** Compares the labels of duplicates. @param rows at least one. */
export function findContradictions(rows: readonly AuditedRow[]): Contradictions {
  const texts = new Map<string, Map<string, Map<Label, number>>>()
  for (const { text, entity, label } of rows) {
    const entities = entryOf(texts, comparableText(text).key, () => new Map<string, Map<Label, number>>())
    const labels = entryOf(entities, (entity === null ? null : entityKey(entity)) ?? '', () => new Map<Label, number>())
    labels.set(label, (labels.get(label) ?? 0) + 1)
  }
  const groups = [...texts.values()].flatMap(entities => [...entities.values()]).map(labels => [...labels.values()])
  const contradictory = groups.filter(counts => counts.length > 1)
  const minorityRowCount = sum(contradictory.map(counts => sum(counts) - Math.max(...counts)))
  return {
    repeatedRowCount: sum(groups.map(sum).filter(count => count > 1)),
    contradictoryTextCount: contradictory.length,
    contradictoryRowCount: sum(contradictory.map(sum)),
    minorityRowCount,
    accuracyCeiling: 1 - minorityRowCount / rows.length,
    entityDependentTextCount: [...texts.values()].filter(dependsOnEntity).length,
  }
}

/** Whether two entities have different most frequent labels for a text. */
function dependsOnEntity(entities: ReadonlyMap<string, ReadonlyMap<Label, number>>): boolean {
  const winners = [...entities.values()].map(
    labels => [...labels].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
  )
  return new Set(winners).size > 1
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
