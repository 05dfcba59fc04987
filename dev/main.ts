import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig } from '../src/config.ts'
import { UsageError } from '../src/problem/problem.ts'
import { resourceStack } from '../src/process/resource-stack.ts'
import { scriptCommand } from '../src/process/script-command.ts'
import { listenForInterruption } from '../src/process/signals.ts'
import { joinEmbeddedServer } from '../src/storage/embedded-postgres/join-server.ts'
import { findFreePort } from './find-free-port.ts'
import { listenAt } from './listen-at.ts'
import { startPages } from './pages.ts'
import { startServer } from './restartable-server.ts'

/*
 * `npm run dev`: the server from source, started again after each change, and the pages, which change as they are edited. Both answer at
 * one address.
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const GENERATED = join(ROOT, 'src/storage/generated/')
const SERVER_SOURCES = ['src', 'prisma'].map(folder => join(ROOT, folder, '/'))

/** Editors write a file in several steps, and a checkout of another branch writes many. */
const SETTLED_MS = 100

const say = (line: string) => process.stdout.write(`${line}\n`)

async function develop(): Promise<void> {
  const config = parseConfig(process.env)
  if (!existsSync(GENERATED)) generateClient()
  const interruption = listenForInterruption()
  const resources = resourceStack()
  try {
    const http = await listenAt(config.host, config.port)
    resources.keep({ close: async () => http.close() })
    if (config.databaseUrl === null) {
      // Kept from one process of the server to the next, which is ready sooner.
      const database = await joinEmbeddedServer(config.dataDirectory, say)
      resources.keep({ close: database.leave })
    }
    const port = await findFreePort()
    const server = resources.keep(
      startServer({ environment: { ...process.env, HOST: '127.0.0.1', PORT: String(port) }, say }),
    )
    const changed = new Set<string>()
    let pending: NodeJS.Timeout | undefined
    const restart = () => {
      const paths = [...changed].map(path => relative(ROOT, path))
      changed.clear()
      say(`${paths.length > 2 ? `${paths.length} files` : paths.join(' and ')} changed: starting the server again.`)
      if (paths.some(path => path.endsWith('schema.prisma'))) generateClient()
      server.restart()
    }
    resources.keep(
      await startPages({
        http,
        api: { url: `http://127.0.0.1:${port}`, ready: server.ready },
        alsoWatched: SERVER_SOURCES,
        onChange: path => {
          if (!SERVER_SOURCES.some(folder => path.startsWith(folder)) || path.startsWith(GENERATED)) return
          changed.add(path)
          clearTimeout(pending)
          pending = setTimeout(restart, SETTLED_MS)
        },
      }),
    )
    const { port: listeningPort } = http.address() as AddressInfo
    say(
      `Pulso from source: http://${config.host}:${listeningPort}/\nEdit src/ and web/, and see what changes there. Ctrl-C stops it.`,
    )
    await aborted(interruption.signal)
    clearTimeout(pending)
    say('Stopping.')
  } finally {
    await resources.close()
    interruption.stopListening()
  }
}

/** Resolves when a signal is aborted, at once if it is already. */
const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort')
}

function generateClient(): void {
  spawnSync('npm', ['run', '--silent', 'build:client'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
}

scriptCommand(
  'dev',
  'Runs server and pages from source at one address, and both follow edits. Settings come from the environment, as for pulso serve.',
).parse()

try {
  await develop()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
