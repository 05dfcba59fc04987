import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { UsageError } from '../../src/problem/problem.ts'
import { PROJECT } from '../project.ts'

/** The built server in its own process, as `npm start` runs it. */
export interface PulsoServer {
  readonly url: string
  /** Peak memory of the process in MB (a million bytes); null if the system does not report it. */
  peakMemoryMb(): Promise<number | null>
  /** Measures the delay of timers until `stop` is called: the 99th percentile in milliseconds. */
  watchLoop(): { stop(): Promise<number> }
  /** Sends SIGTERM, as an operator would. */
  stop(): Promise<void>
}

const LOOP_DELAY = new URL('./loop-delay.mjs', import.meta.url).href

/** Resolves when the server listens on a free port, with an embedded database in `directory`. */
export async function startServer(directory: string): Promise<PulsoServer> {
  const { DATABASE_URL: _other, ...environment } = process.env
  const child = spawn(process.execPath, ['--import', LOOP_DELAY, join(PROJECT, 'bin', 'pulso.js'), 'serve'], {
    cwd: PROJECT,
    env: { ...environment, PORT: '0', HOST: '127.0.0.1', PULSO_DATA_DIR: directory, PULSO_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  const url = await addressOf(child)
  return {
    url,
    peakMemoryMb: () => peakMemoryMb(child.pid ?? 0),
    watchLoop: () => watchLoop(child),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function addressOf({ stdout, pid }: ChildProcess): Promise<string> {
  if (stdout !== null) {
    for await (const line of createInterface({ input: stdout })) {
      const url = /^ *API +(http:\S+)\/graphql/.exec(line)?.[1]
      if (url !== undefined) {
        stdout.resume()
        return url
      }
    }
  }
  throw new UsageError(`The server (process ${pid}) ended before it was ready; build it with \`npm run build\`.`, 1)
}

function watchLoop(child: ChildProcess) {
  child.send('start')
  return {
    stop: async () => {
      const answered = once(child, 'message')
      child.send('stop')
      const [answer] = (await answered) as [{ readonly loopDelayP99Ms: number }]
      return answer.loopDelayP99Ms
    },
  }
}

async function peakMemoryMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1e6
}
