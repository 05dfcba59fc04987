import { execFileSync } from 'node:child_process'
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { z } from 'zod'
import { PROJECT } from './project.ts'

/** The machine and the software of a measurement. */
export const machineSchema = z.object({
  cpu: z.string(),
  cores: z.int().positive(),
  memoryGb: z.number().positive(),
  platform: z.string(),
  node: z.string(),
  v8: z.string(),
  /** Load average of the minute before the run: above zero, other processes were running. */
  loadBefore: z.number().nonnegative(),
  /** Commit of the code, with a + if files differ from it; null outside of a checkout. */
  revision: z.string().nullable(),
  measuredAt: z.iso.datetime(),
})

export type Machine = z.infer<typeof machineSchema>

export const describeMachine = (now: Date): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Number((totalmem() / 1e9).toFixed(1)),
  platform: `${platform()} ${release()} ${arch()}`,
  node: process.versions.node,
  v8: process.versions.v8,
  loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
  revision: revision(),
  measuredAt: now.toISOString(),
})

function revision(): string | null {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`
  } catch {
    return null
  }
}
