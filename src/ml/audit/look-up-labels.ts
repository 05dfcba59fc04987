import type { Label } from '../../labels.ts'
import { MAX_TEXT_LENGTH } from '../../problem/check-string.ts'
import type { AuditedRow } from './audited-file.ts'
import type { AuditedParts } from './divide-rows.ts'
import { lookUp } from './look-up.ts'
import { majorityLabel } from './majority-label.ts'
import { shingleSets } from './shingle-sets.ts'

/**
 * The label of each test row's nearest training row, which is what memory alone scores. Rows are compared by their text
 * as it is, with the entity in front: addresses and masks that two copies share are evidence here. Equal rows answer
 * with their most frequent label; null if no training row shares a shingle.
 */
export async function lookUpLabels(
  { training, test }: Pick<AuditedParts, 'training' | 'test'>,
  onProgress: (share: number) => void,
): Promise<readonly (Label | null)[]> {
  const numbers = new Map<string, number>()
  const numberOf = ({ entity, text }: AuditedRow) => {
    const content = `${entity ?? ''} ${text.slice(0, MAX_TEXT_LENGTH)}`.toLowerCase().trim()
    const known = numbers.get(content) ?? numbers.size
    numbers.set(content, known)
    return known
  }
  const trainingTexts = Int32Array.from(training, numberOf)
  const testTexts = Int32Array.from(test, numberOf)
  const answering: AuditedRow[][] = Array.from(numbers, () => [])
  for (const [index, row] of training.entries()) answering[trainingTexts[index] as number]?.push(row)
  const queries = Int32Array.from(new Set(testTexts))
  const nearest = await lookUp({
    sets: shingleSets([...numbers.keys()]),
    queries,
    candidates: Int32Array.from(new Set(trainingTexts)),
    onQueries: done => onProgress(done / queries.length),
  })
  const labels = new Map(
    Array.from(queries, (text, index) => {
      const rows = answering[nearest[index] as number] ?? []
      return [text, rows.length === 0 ? null : majorityLabel(rows)] as const
    }),
  )
  return Array.from(testTexts, text => labels.get(text) ?? null)
}
