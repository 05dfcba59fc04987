import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Memory {
  readonly heapMb: number
  readonly rssMb: number
}

/** The server in a process of its own, which reports what the requests do to it. */
export interface WatchedServer {
  readonly url: string
  /** Everything it has logged. */
  readonly logged: readonly string[]
  /** Null while the process runs; otherwise how it ended. */
  ended(): string | null
  /** Calls `onStall` with the processor time of each stall of the event loop, in ms. */
  onStall(onStall: (cpuMs: number) => void): void
  /** Memory after a garbage collection. */
  memory(): Promise<Memory>
  stop(): Promise<void>
}

const WATCH = new URL('watch-process.mjs', import.meta.url).href
const PROGRAM = fileURLToPath(new URL('../http/serve-process.ts', import.meta.url))

export async function startWatchedServer(environment: Readonly<Record<string, string>>): Promise<WatchedServer> {
  const child = spawn(process.execPath, ['--expose-gc', '--import', WATCH, '--import', 'tsx', PROGRAM], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PULSO_INFERENCE_THREADS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const logged: string[] = []
  const { stderr } = child
  if (stderr === null) throw new Error('The server has no error output.')
  createInterface({ input: stderr }).on('line', line => logged.push(line))
  let end: string | null = null
  const exited = once(child, 'exit').then(([code, signal]) => {
    end = String(signal ?? code)
  })
  const url = await addressOf(child).catch(error => {
    throw new Error(logged.join('\n'), { cause: error })
  })
  return {
    url,
    logged,
    ended: () => end,
    onStall: onStall => {
      child.on('message', (message: { kind: string; cpuMs: number }) => {
        if (message.kind === 'stall') onStall(message.cpuMs)
      })
    },
    memory: () =>
      new Promise(resolve => {
        const take = (message: Memory & { kind: string }) => {
          if (message.kind !== 'memory') return
          child.off('message', take)
          resolve(message)
        }
        child.on('message', take)
        child.send('measure')
      }),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: stdout })) {
    const url = /^ *API +(http:\S+)\/graphql/.exec(line)?.[1]
    if (url !== undefined) {
      // Unread output would block the server.
      stdout.resume()
      return url
    }
  }
  throw new Error('The server ended before it was ready.')
}
