import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createServer as createVite } from 'vite'
import { UsageError } from '../src/problem/problem.ts'
import { apiProxy } from '../web/api-proxy.ts'

export interface PagesOptions {
  readonly host: string
  readonly port: number
  /** Where the API answers, once `ready` resolves. */
  readonly api: { readonly url: string; readonly ready: () => Promise<void> }
  /** Directories whose changes are to be reported besides those of the pages. */
  readonly alsoWatched: readonly string[]
  /** Called with the path of each file that is added, changed or removed. */
  readonly onChange: (path: string) => void
}

export interface Pages {
  readonly url: string
  close(): Promise<void>
}

/** The pages from source at one address with the API: an edit shows without reloading. Throws a `UsageError` if the port is taken. */
export async function startPages({ host, port, api, alsoWatched, onChange }: PagesOptions): Promise<Pages> {
  const http = createHttpServer()
  const vite = await createVite({
    configFile: fileURLToPath(new URL('../web/vite.config.ts', import.meta.url)),
    server: {
      // Our own HTTP server, because Vite's ends the process at a signal before anything else is stopped.
      middlewareMode: { server: http },
      ws: { server: http },
      proxy: apiProxy(api.url, api.ready),
    },
    // A plugin, because Vite starts itself again after a change of its configuration.
    plugins: [
      {
        name: 'watch-server',
        configureServer({ watcher }) {
          watcher.add([...alsoWatched])
          watcher.on('all', (_event, path) => onChange(path))
        },
      },
    ],
  })
  const close = async () => {
    await vite.close()
    http.closeAllConnections()
    http.close()
  }
  try {
    http.on('request', (request, response) => vite.middlewares(request, response))
    http.listen(port, host)
    await once(http, 'listening')
  } catch (error) {
    await close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new UsageError(
      `Port ${port} on ${host} is in use: stop what uses it, or set PORT to another (0 picks a free one).`,
    )
  }
  return { url: `http://${host}:${(http.address() as AddressInfo).port}/`, close }
}
