import { seededRandom } from '../../statistics/seeded-random.ts'
import type { LabelledRow } from './labelled-file.ts'

/** A name that no tweet contains. */
const ABSENT_NAME = 'Quorvexil'

/** The rows that have an entity, asked for a name that is not in the text. */
export const askForAbsentName = (rows: readonly LabelledRow[]): LabelledRow[] =>
  rows.filter(({ entity }) => entity !== null).map(row => ({ ...row, entity: ABSENT_NAME }))

/**
 * The rows that have an entity, asked for another word of the text, drawn at random but always the same. A text without
 * another word is asked for the absent name.
 */
export function askForOtherWord(rows: readonly LabelledRow[]): LabelledRow[] {
  const random = seededRandom(1)
  return rows.flatMap(row => {
    if (row.entity === null) return []
    const own = wordsOf(row.entity)
    const words = (row.text.match(/\p{L}{3,}/gu) ?? []).filter(word => !own.includes(word.toLowerCase()))
    return [{ ...row, entity: words[Math.floor(random() * words.length)] ?? ABSENT_NAME }]
  })
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/\p{L}+/gu) ?? []
