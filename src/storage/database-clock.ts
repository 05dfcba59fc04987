import type { Pool } from 'pg'

/** A step of either clock is noticed within this time. */
const COMPARE_EVERY_MS = 10_000
/** On a busy machine one answer may be late; the quickest of some counts. */
const COMPARISONS_AT_START = 3
/** The database's clock is read in milliseconds. */
const PRECISION_MS = 1

/** The clock of the database, read without asking it each time. */
export interface DatabaseClock {
  /** The database's time, as far as it is known from its answers. */
  now(): Date
  stop(): void
}

/**
 * Stored times come from one clock, that of the database, because several processes store and their clocks differ. Compares it with the clock
 * of this process now and at intervals. A database that does not answer leaves the difference as it was.
 */
export async function openDatabaseClock(pool: Pool, wallClock: () => number): Promise<DatabaseClock> {
  let difference = UNKNOWN
  const compare = async () => {
    const before = wallClock()
    const { rows } = await pool.query<{ time: Date }>('SELECT clock_timestamp() AS time')
    const after = wallClock()
    const time = rows[0]?.time.getTime()
    if (time !== undefined) difference = narrowed(difference, { before, time, after })
  }
  try {
    for (let made = 0; made < COMPARISONS_AT_START; made++) await compare()
  } catch {
    // The next one may be answered.
  }
  const timer = setInterval(() => void compare().catch(() => {}), COMPARE_EVERY_MS).unref()
  return {
    now: () => new Date(wallClock() + offsetIn(difference)),
    stop: () => clearInterval(timer),
  }
}

/** The database's clock is ahead of the process's by `least` to `most` milliseconds. */
export interface ClockDifference {
  readonly least: number
  readonly most: number
}

export const UNKNOWN: ClockDifference = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

interface Comparison {
  /** The process's clock before it asked and after it was answered, and the time in the answer. */
  readonly before: number
  readonly time: number
  readonly after: number
}

/** The answer was given at some moment between the question and its arrival. If that contradicts earlier answers, a clock was set. */
export function narrowed(known: ClockDifference, { before, time, after }: Comparison): ClockDifference {
  const found = { least: time - after - PRECISION_MS, most: time - before + PRECISION_MS }
  const both = { least: Math.max(known.least, found.least), most: Math.min(known.most, found.most) }
  return both.least <= both.most ? both : found
}

/** No offset if the clocks may be equal, as on one machine: times would jump with its load otherwise. */
export const offsetIn = ({ least, most }: ClockDifference): number =>
  least <= 0 && most >= 0 ? 0 : Math.round((least + most) / 2)
