import { UsageError } from '../../problem/problem.ts'
import type { Division } from '../evaluation/splits/division.ts'
import { groupedSplit } from '../evaluation/splits/grouped.ts'
import { randomLeakySplit } from '../experiments/splits/random-leaky.ts'
import type { AuditedFile, AuditedRow } from './audited-file.ts'

/** The splits of one file, as named on the command line. `grouped` and `random` are those of `pulso evaluate`. */
export const AUDITED_SPLITS = ['rows', 'grouped', 'random'] as const
export type AuditedSplit = (typeof AUDITED_SPLITS)[number]

/** Rows that are trained on and rows that test. */
export interface AuditedParts {
  readonly training: readonly AuditedRow[]
  readonly test: readonly AuditedRow[]
  /** Rows of the files that are in neither part. */
  readonly unassignedRowCount: number
  /** How the rows were divided: a noun phrase. */
  readonly description: string
}

const TEST_SHARE = 0.2

const DESCRIPTIONS: Readonly<Record<AuditedSplit, (seed: number) => string>> = {
  rows: seed => `a random fifth of the rows is the test part, seed ${seed}`,
  grouped: () => 'by id: a fifth of the tweets is the test part, a tenth is set aside',
  random: () => 'the rows that the original service held out; rows that its training dropped are in neither part',
}

/** Divides one file. @param seed for the split `rows`; equals scikit-learn's `random_state`. */
export function divideByName(split: AuditedSplit, { rows }: AuditedFile, seed: number): AuditedParts {
  const parts = partsOf(rows, division(split, rows, seed))
  return checked({ ...parts, description: `${split}: ${DESCRIPTIONS[split](seed)}` }, `--split ${split}`)
}

function division(split: AuditedSplit, rows: readonly AuditedRow[], seed: number): Division {
  if (split === 'grouped') return groupedSplit(rows)
  if (split === 'random') return randomLeakySplit(rows)
  return randomLeakySplit(rows, { isKept: () => true, testShare: TEST_SHARE, randomState: seed, setAsideRows: 0 })
}

/** The divisions return the rows they were given, in an order of their own. Here, parts are in the order of the file. */
function partsOf(rows: readonly AuditedRow[], { training, test }: Division) {
  const [isTraining, isTest] = [new Set<unknown>(training), new Set<unknown>(test)]
  return {
    training: rows.filter(row => isTraining.has(row)),
    test: rows.filter(row => isTest.has(row)),
    unassignedRowCount: rows.length - training.length - test.length,
  }
}

const TRAINING_VALUES = new Set(['train', 'training'])
const TEST_VALUES = new Set(['test', 'testing', 'holdout', 'held-out'])

/** As many as fit in a message. */
const SHOWN_VALUES = 20

/**
 * Divides one file by its split column.
 * @param testValues the values that mark the test part; all other values but the empty one are trained on. Without
 * them, the values `train` and `test` are recognised, and rows with another value are in neither part. Throws a
 * `UsageError` that lists the values of the file.
 */
export function divideByColumn(
  { rows }: AuditedFile,
  column: string,
  testValues: readonly string[] | null,
): AuditedParts {
  const counts = new Map<string, number>()
  for (const { part } of rows) counts.set(part ?? '', (counts.get(part ?? '') ?? 0) + 1)
  const found = [...counts].map(
    ([value, count]) => `${value === '' ? '(empty)' : value} (${count.toLocaleString('en')})`,
  )
  const list = [...found.slice(0, SHOWN_VALUES), ...(found.length > SHOWN_VALUES ? ['…'] : [])].join(', ')
  const unknown = testValues?.find(value => !counts.has(value))
  if (unknown !== undefined) {
    throw new UsageError(`--test-values names ${JSON.stringify(unknown)}; the column ${column} contains ${list}.`)
  }
  const isTest = (part: string) => testValues?.includes(part) ?? TEST_VALUES.has(part.toLowerCase())
  const isTraining = (part: string) =>
    testValues === null ? TRAINING_VALUES.has(part.toLowerCase()) : part !== '' && !isTest(part)
  const training = rows.filter(({ part }) => isTraining(part ?? ''))
  const test = rows.filter(({ part }) => isTest(part ?? ''))
  if (counts.size === 1) {
    throw new UsageError(`The column ${column} contains only ${list}; a split needs at least two values.`)
  }
  if (training.length === 0 || test.length === 0) {
    throw new UsageError(
      `The column ${column} contains ${list}; name the values of the test part, as in --test-values ${[...counts.keys()].at(-1) || 'test'}.`,
    )
  }
  const named = testValues ?? [...new Set(test.map(({ part }) => part))]
  return {
    training,
    test,
    unassignedRowCount: rows.length - training.length - test.length,
    description: `by the column ${column}: ${named.join(', ')} is the test part`,
  }
}

/** Two files are the two parts. */
export const divideByFile = (training: AuditedFile, test: AuditedFile): AuditedParts => ({
  training: training.rows,
  test: test.rows,
  unassignedRowCount: 0,
  description: 'by file: the first is the training part, the second the test part',
})

function checked(parts: AuditedParts, option: string): AuditedParts {
  if (parts.training.length > 0 && parts.test.length > 0) return parts
  throw new UsageError(
    `${option} leaves ${parts.training.length} training and ${parts.test.length} test rows; use a file with more rows.`,
  )
}
