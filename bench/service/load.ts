import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { PROJECT } from '../project.ts'

export interface Load {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Requests to `POST /graphql`, one after the other, again from the start when they are used up. */
  readonly bodies: readonly string[]
}

export interface LoadResult {
  /** Requests that were answered as they should be. */
  readonly perSecond: number
  /** Requests that were refused, or not answered. */
  readonly failures: number
  readonly medianMs: number
  readonly p99Ms: number
}

const LOAD_PROCESS = fileURLToPath(new URL('./load-process.ts', import.meta.url))

/** Runs the load in a second process. Throws where nothing was answered as it should be. */
export async function putLoad(load: Load): Promise<LoadResult> {
  const child = spawn(process.execPath, ['--import', 'tsx', LOAD_PROCESS], {
    cwd: PROJECT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  child.stdin.end(JSON.stringify(load))
  const result = (await json(child.stdout).catch(() => null)) as LoadResult | null
  await exited
  if (result === null || !(result.perSecond > 0)) throw new Error('The server answered no request as it should.')
  return result
}
