import { median } from '../median.ts'
import { checkAgreement } from './agreement.ts'
import type { Contender, Match, Pass } from './match.ts'
import type { Measurement } from './measurement.ts'
import type { EngineProcess } from './start-engine.ts'

export interface PlayOptions {
  readonly rounds: number
  /** In a round, an engine is timed for at least this much processor time, and at least one pass. */
  readonly leastCpuMs: number
  /** An engine that took this much processor time for a pass is not timed again on it. */
  readonly mostCpuMs: number
  /** Called after each timing. */
  readonly onTimed: () => void
}

interface Seat extends Contender {
  readonly process: EngineProcess
}

const WARM_UP_MS = 60
/**
 * For the first pass. V8 compiles the text code in stages for some tenths of a second, on other threads whose time
 * counts too.
 */
const FIRST_WARM_UP_MS = 250

/** Maximum number of timings that `play` reports. */
export const timingsOf = ({ contenders, passes }: Match, rounds: number): number =>
  contenders.length * passes.length * rounds

/**
 * Starts all contenders, checks that they agree, and times them in alternation, so that a busy moment of the machine
 * affects all of them.
 */
export async function play(match: Match, options: PlayOptions): Promise<readonly Measurement[]> {
  const seats: Seat[] = []
  try {
    seats.push(...(await startAll(match.contenders)))
    await Promise.all(seats.map(({ process }) => process.give(match.rows)))
    if (match.tolerance !== null) await checkAgreement(seats, match)
    const measurements: Measurement[] = []
    for (const [index, pass] of match.passes.entries()) {
      await warmUp(seats, pass, index === 0 ? FIRST_WARM_UP_MS : WARM_UP_MS)
      measurements.push(...(await playPass(seats, pass, options)))
    }
    return measurements
  } finally {
    await Promise.all(seats.map(({ process }) => process.close()))
  }
}

/** Loading is not measured, so contenders may load concurrently. */
async function startAll(contenders: readonly Contender[]): Promise<readonly Seat[]> {
  const starts = await Promise.allSettled(contenders.map(contender => contender.start()))
  const seats = starts.flatMap((start, index) =>
    start.status === 'fulfilled' ? [{ ...(contenders[index] as Contender), process: start.value }] : [],
  )
  const failure = starts.find(start => start.status === 'rejected')
  if (failure === undefined) return seats
  await Promise.all(seats.map(({ process }) => process.close()))
  throw failure.reason
}

/** Engines compile the code in use; one batch is enough for a slow engine. */
async function warmUp(seats: readonly Seat[], { batches }: Pass, leastCpuMs: number): Promise<void> {
  for (const { process, isSlow } of seats) if (!isSlow) await process.time(batches, leastCpuMs)
}

async function playPass(all: readonly Seat[], pass: Pass, options: PlayOptions): Promise<readonly Measurement[]> {
  const seats = all.filter(({ isSlow }) => pass.isForSlow || !isSlow)
  const times = seats.map((): number[] => [])
  const tookMicros = seats.map(() => 0)
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, { process }] of seats.entries()) {
      // The first engine is the reference in every round.
      if (index === 0 || (tookMicros[index] ?? 0) < options.mostCpuMs * 1000) {
        const { cpuMicros, tweets } = await process.time(pass.batches, options.leastCpuMs)
        times[index]?.push(cpuMicros / tweets)
        tookMicros[index] = (tookMicros[index] ?? 0) + cpuMicros
      }
      options.onTimed()
    }
  }
  return seats.map(({ engine, model, process }, index) => ({
    engine,
    model,
    batch: pass.batch,
    order: pass.order,
    ...summary(times[index] ?? [], times[0] ?? []),
    version: process.version,
  }))
}

/** Ratios are computed within a round, because the machine's speed changes between rounds. */
function summary(times: readonly number[], reference: readonly number[]) {
  return {
    cpuMicrosPerTweet: rounded(median(times)),
    low: rounded(Math.min(...times)),
    high: rounded(Math.max(...times)),
    rounds: times.length,
    ratio: rounded(median(times.map((time, round) => time / (reference[round] ?? Number.NaN)))),
  }
}

/** Further digits are noise. */
const rounded = (value: number) => Number(value.toPrecision(4))
