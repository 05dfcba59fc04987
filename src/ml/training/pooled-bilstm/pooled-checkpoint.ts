import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UsageError } from '../../../problem/problem.ts'
import { Mt19937 } from '../mt19937.ts'
import { type PooledShape, parameterCount, pooledParameters } from './shape.ts'
import type { PooledState } from './train-network.ts'

/** The identity of a run; a checkpoint of another run cannot be resumed. */
export interface PooledRun {
  readonly recipe: string
  readonly dataSha256: string
  readonly seed: number
  readonly limit: number | null
  readonly epochs: number
}

const headerSchema = z.object({ run: z.string(), step: z.int(), history: z.array(z.number()) })
const GENERATOR_WORDS = 625

const pathOf = (directory: string, stage: string, epoch: number) =>
  join(directory, `${stage}-epoch-${String(epoch).padStart(2, '0')}.checkpoint`)

/** One line of JSON, then numbers, little-endian. The file gets its name only when it is complete. */
export function writePooledCheckpoint(directory: string, stage: string, run: PooledRun, state: PooledState): void {
  const { parameters, learnt, optimiser, random, history } = state
  const header = `${JSON.stringify({ run: JSON.stringify(run), step: optimiser.step, history })}\n`
  const { mean, square, average, wordMean, wordSquare, wordAverage, wordSteps } = optimiser
  const parts = [
    parameters.flat,
    mean,
    square,
    average,
    learnt,
    wordMean,
    wordSquare,
    wordAverage,
    wordSteps,
    random.save(),
  ]
  const path = pathOf(directory, stage, history.length)
  mkdirSync(directory, { recursive: true })
  const bytes = parts.map(part => Buffer.from(part.buffer, part.byteOffset, part.byteLength))
  writeFileSync(`${path}.partial`, Buffer.concat([Buffer.from(header), ...bytes]), { flush: true })
  renameSync(`${path}.partial`, path)
}

export interface WantedCheckpoint {
  readonly directory: string
  readonly stage: string
  /** The highest epoch to look for. */
  readonly epochs: number
  readonly run: PooledRun
  readonly shape: PooledShape
}

/**
 * Returns the latest checkpoint of a stage; null if there is none. Throws a `UsageError` if it belongs to another run.
 */
export function readPooledCheckpoint(wanted: WantedCheckpoint): PooledState | null {
  const { directory, stage, epochs, run, shape } = wanted
  for (let epoch = epochs; epoch > 0; epoch--) {
    const path = pathOf(directory, stage, epoch)
    if (existsSync(path)) return readState(path, run, shape)
  }
  return null
}

function readState(path: string, run: PooledRun, shape: PooledShape): PooledState {
  const file = readFileSync(path)
  const end = file.indexOf('\n')
  const header = headerSchema.safeParse(parseJson(file.subarray(0, end).toString()))
  const words = shape.vocabularySize * shape.wordSize
  const size = parameterCount(shape)
  const expected = 4 * (4 * size + 4 * words + shape.vocabularySize + GENERATOR_WORDS)
  if (!header.success || header.data.run !== JSON.stringify(run) || file.length !== end + 1 + expected) {
    throw new UsageError(
      `${path} belongs to another run (data, seed, recipe, limit or epochs differ); train without --resume, or name another directory with --checkpoints.`,
    )
  }
  // Copied, because the header leaves the numbers at an odd offset.
  const numbers = new Uint8Array(file.subarray(end + 1)).buffer
  let offset = 0
  const floats = (count: number) => {
    offset += 4 * count
    return new Float32Array(numbers, offset - 4 * count, count)
  }
  const [flat, mean, square, average] = [floats(size), floats(size), floats(size), floats(size)]
  const [learnt, wordMean, wordSquare, wordAverage] = [floats(words), floats(words), floats(words), floats(words)]
  const wordSteps = new Int32Array(numbers, offset, shape.vocabularySize)
  const random = new Uint32Array(numbers, offset + 4 * shape.vocabularySize, GENERATOR_WORDS)
  return {
    parameters: pooledParameters(shape, flat),
    learnt,
    optimiser: { step: header.data.step, mean, square, average, wordMean, wordSquare, wordAverage, wordSteps },
    random: Mt19937.restore(random),
    history: [...header.data.history],
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
