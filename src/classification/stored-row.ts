import type { Label } from '../labels.ts'
import type { StoredClassification } from './request.ts'

/** The columns of a classification that an answer needs; `STORED_COLUMNS` selects them. */
export interface StoredRow {
  readonly entityId: string
  readonly id: string
  readonly label: Label
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  readonly confidence: number
  readonly isUncertain: boolean
}

export const STORED_COLUMNS = `c.entity_id AS "entityId", c.id, c.label, c.positive, c.neutral, c.negative, c.irrelevant,
  c.confidence, c.is_uncertain AS "isUncertain"`

export const answerOf = (row: StoredRow, isNew: boolean): StoredClassification => ({
  id: row.id,
  entityId: row.entityId,
  scores: {
    label: row.label,
    probabilities: {
      positive: row.positive,
      neutral: row.neutral,
      negative: row.negative,
      irrelevant: row.irrelevant,
    },
    confidence: row.confidence,
    isUncertain: row.isUncertain,
  },
  isNew,
})
