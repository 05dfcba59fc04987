import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UsageError } from '../../problem/problem.ts'
import { Mt19937 } from './mt19937.ts'
import { type NetworkShape, parameters } from './parameters.ts'
import type { TrainingState } from './train-epoch.ts'

/** The identity of a run; a checkpoint of another run cannot be resumed. */
const runSchema = z.object({
  recipe: z.string(),
  dataSha256: z.string(),
  seed: z.int(),
  limit: z.int().nullable(),
})
export type Run = z.infer<typeof runSchema>

const headerSchema = z.object({
  run: runSchema,
  step: z.int(),
  history: z.array(z.object({ loss: z.number(), accuracy: z.number() })),
})

const GENERATOR_WORDS = 625

/**
 * Writes `epoch-NN.checkpoint`: one line of JSON, then weights, Adam's two means and the generator, little-endian. The
 * file gets its name only when it is complete, so an interruption keeps the previous one.
 */
export function writeCheckpoint(directory: string, run: Run, state: TrainingState): string {
  const { weights, adam, random, step, history } = state
  const header = `${JSON.stringify({ run, step, history })}\n`
  const path = checkpointPath(directory, history.length)
  const parts = [weights.flat, adam.mean, adam.square, random.save()].map(part =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  )
  mkdirSync(directory, { recursive: true })
  writeFileSync(`${path}.partial`, Buffer.concat([Buffer.from(header), ...parts]), { flush: true })
  renameSync(`${path}.partial`, path)
  return path
}

/**
 * Returns the latest checkpoint in the directory with at most `epochs` epochs; null if there is none. Throws a
 * `UsageError` if it belongs to another run.
 */
export function readLatestCheckpoint(
  directory: string,
  epochs: number,
  run: Run,
  shape: NetworkShape,
): TrainingState | null {
  const names = existsSync(directory) ? readdirSync(directory) : []
  const finished = names.map(name => Number(/^epoch-(\d+)\.checkpoint$/.exec(name)?.[1] ?? 0))
  const latest = Math.max(0, ...finished.filter(epoch => epoch <= epochs))
  return latest === 0 ? null : readCheckpoint(checkpointPath(directory, latest), run, shape)
}

const checkpointPath = (directory: string, epoch: number) =>
  join(directory, `epoch-${String(epoch).padStart(2, '0')}.checkpoint`)

function readCheckpoint(path: string, run: Run, shape: NetworkShape): TrainingState {
  const bytes = readFileSync(path)
  const end = bytes.indexOf('\n')
  const header = headerSchema.safeParse(parseJson(bytes.subarray(0, end).toString()))
  const size = parameters(shape).flat.length
  if (!header.success || bytes.length !== end + 1 + 4 * (3 * size + GENERATOR_WORDS)) {
    throw new UsageError(
      `${path} is not a checkpoint of this network; train without --resume, or name another directory with --checkpoints.`,
    )
  }
  for (const key of Object.keys(run) as (keyof Run)[]) {
    if (header.data.run[key] !== run[key]) {
      throw new UsageError(
        `${path} was trained with ${key} ${header.data.run[key]}, not ${run[key]}; train without --resume, or name another directory with --checkpoints.`,
      )
    }
  }
  // Copied, because the header leaves the numbers at an odd offset.
  const numbers = new Uint8Array(bytes.subarray(end + 1)).buffer
  const floats = (index: number) => new Float32Array(numbers, index * size * 4, size)
  return {
    weights: parameters(shape, floats(0)),
    adam: { mean: floats(1), square: floats(2) },
    random: Mt19937.restore(new Uint32Array(numbers, 3 * size * 4, GENERATOR_WORDS)),
    step: header.data.step,
    history: header.data.history,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
