import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig } from '../src/config.ts'
import { UsageError } from '../src/problem/problem.ts'
import { resourceStack } from '../src/process/resource-stack.ts'
import { listenForInterruption } from '../src/process/signals.ts'
import { joinEmbeddedServer } from '../src/storage/embedded-postgres/join-server.ts'
import { findFreePort } from './find-free-port.ts'
import { startPages } from './pages.ts'
import { startServer } from './restartable-server.ts'

/*
 * `npm run dev`: the server from source, started again after each change, and the pages, which change as they are edited. Both answer at
 * one address.
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const GENERATED = join(ROOT, 'src/storage/generated/')
const SERVER_SOURCES = ['src', 'prisma'].map(folder => join(ROOT, folder))

/** Editors write a file in several steps, and a checkout of another branch writes many. */
const SETTLED_MS = 100

const say = (line: string) => process.stdout.write(`${line}\n`)

async function develop(): Promise<void> {
  const config = parseConfig(process.env)
  if (!existsSync(GENERATED)) generateClient()
  const interruption = listenForInterruption()
  const resources = resourceStack()
  try {
    if (config.databaseUrl === null) {
      // Kept from one process of the server to the next, which is ready sooner.
      const database = await joinEmbeddedServer(config.dataDirectory, say)
      resources.keep({ close: database.leave })
    }
    const port = await findFreePort()
    const server = resources.keep(
      startServer({ environment: { ...process.env, HOST: '127.0.0.1', PORT: String(port) }, say }),
    )
    let pending: NodeJS.Timeout | undefined
    const restartAfter = (path: string) => {
      clearTimeout(pending)
      pending = setTimeout(() => {
        say(`${relative(ROOT, path)} changed: starting the server again.`)
        if (path.endsWith('schema.prisma')) generateClient()
        server.restart()
      }, SETTLED_MS)
    }
    const pages = resources.keep(
      await startPages({
        ...config,
        api: { url: `http://127.0.0.1:${port}`, ready: server.ready },
        alsoWatched: SERVER_SOURCES,
        onChange: path => {
          if (SERVER_SOURCES.some(folder => path.startsWith(folder)) && !path.startsWith(GENERATED)) restartAfter(path)
        },
      }),
    )
    say(`Pulso from source: ${pages.url}\nEdit src/ and web/, and see what changes there. Ctrl-C stops it.`)
    await new Promise(resolve => interruption.signal.addEventListener('abort', resolve, { once: true }))
    clearTimeout(pending)
  } finally {
    await resources.close()
    interruption.stopListening()
  }
}

function generateClient(): void {
  spawnSync('npm', ['run', '--silent', 'build:client'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
}

try {
  await develop()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
