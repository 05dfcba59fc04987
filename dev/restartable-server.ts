import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The server from source, in a process that a change of the source replaces. */
export interface RestartableServer {
  /** Resolves when the newest process answers, or has failed to start. */
  ready(): Promise<void>
  /** Ends the process and starts another. */
  restart(): void
  /** Asks the process to end; asked again, it ends at once. */
  close(): Promise<void>
}

export interface RestartableServerOptions {
  readonly environment: NodeJS.ProcessEnv
  readonly say: (line: string) => void
}

const PROGRAM = fileURLToPath(new URL('server-process.ts', import.meta.url))

export function startServer({ environment, say }: RestartableServerOptions): RestartableServer {
  let isClosing = false
  let current = run(Promise.resolve())

  function run(previousEnded: Promise<void>) {
    const spawned = previousEnded.then(() =>
      // A group of its own: Ctrl-C comes to us, and we stop it. If we cannot any more, the end of the channel does.
      spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
        detached: true,
        env: environment,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    )
    let isStopping = false
    const ended = spawned.then(async child => {
      const [code, signal] = await once(child, 'exit')
      if (!isStopping) say(`The server ended (${signal ?? code}); the next change of its source starts it again.`)
    })
    return {
      settled: spawned.then(async child => {
        const startedAt = performance.now()
        const isReady = await Promise.race([once(child, 'message').then(() => true), ended.then(() => false)])
        if (isReady) say(`The server is ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
      }),
      stop: async () => {
        const child: ChildProcess = await spawned
        isStopping = true
        child.kill('SIGTERM')
        await ended
      },
    }
  }

  return {
    ready: async () => {
      let waitedFor: typeof current
      do {
        waitedFor = current
        await waitedFor.settled
      } while (waitedFor !== current)
    },
    restart: () => {
      if (!isClosing) current = run(current.stop())
    },
    close: () => {
      isClosing = true
      return current.stop()
    },
  }
}
