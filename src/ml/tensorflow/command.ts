import { spawnSync } from 'node:child_process'
import { UsageError } from '../../problem/problem.ts'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
}

export const hasCommand = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0

/**
 * Runs a program to its end. A failure is a `UsageError` with the program's last line of output, which usually names
 * the cause.
 */
export function runCommand({ program, args }: Command): void {
  const { status, stderr, error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status === 0) return
  const lines = (stderr ?? '').split('\n').map(line => line.trim())
  const reason =
    error?.message ??
    lines.findLast(line => /error/i.test(line)) ??
    lines.findLast(line => line !== '') ??
    `exit code ${status}`
  throw new UsageError(`${program} ${args.slice(0, 3).join(' ')} failed: ${reason}`)
}
