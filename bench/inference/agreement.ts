import { UsageError } from '../../src/problem/problem.ts'
import type { Match } from './match.ts'
import type { EngineProcess } from './start-engine.ts'

const ROWS = 32

interface Seat {
  readonly engine: string
  readonly tolerance?: number
  readonly process: EngineProcess
}

/** Throws if an engine's results differ from those of the first: timing wrong results would be meaningless. */
export async function checkAgreement(seats: readonly Seat[], { rows, title, tolerance }: Match): Promise<void> {
  const count = Math.min(ROWS, rows.length)
  const sample = Array.from({ length: count }, (_, at) => Math.floor((at * rows.length) / count))
  const [first, ...others] = await Promise.all(seats.map(({ process }) => process.answer(sample)))
  if (first === undefined || tolerance === null) return
  for (const [index, answers] of others.entries()) {
    const difference = Math.max(...first.map((value, at) => Math.abs(value - (answers[at] ?? Number.NaN))))
    const { engine, tolerance: own = tolerance } = seats[index + 1] as Seat
    if (difference <= own) continue
    throw new UsageError(
      `${engine} differs by ${difference} from ${seats[0]?.engine} on ${title}; nothing was timed.`,
      1,
    )
  }
}
