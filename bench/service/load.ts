import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { PROJECT } from '../project.ts'

export interface Load {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Requests to `POST /graphql`, sent in order and repeated from the start. */
  readonly bodies: readonly string[]
}

export interface LoadResult {
  /** Successful requests. */
  readonly perSecond: number
  /** Refused or unanswered requests. */
  readonly failures: number
  readonly medianMs: number
  readonly p99Ms: number
}

const LOAD_PROCESS = fileURLToPath(new URL('./load-process.ts', import.meta.url))

/** Runs the load in a second process. Throws if no request succeeded. */
export async function putLoad(load: Load): Promise<LoadResult> {
  const child = spawn(process.execPath, ['--import', 'tsx', LOAD_PROCESS], {
    cwd: PROJECT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  child.stdin.end(JSON.stringify(load))
  const result = (await json(child.stdout).catch(() => null)) as LoadResult | null
  await exited
  if (result === null || !(result.perSecond > 0)) throw new Error('No request to the server succeeded.')
  return result
}
