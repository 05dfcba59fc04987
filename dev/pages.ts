import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createServer as createVite } from 'vite'
import { apiProxy } from '../web/api-proxy.ts'

export interface PagesOptions {
  /** Answers with the pages, and listens already. */
  readonly http: Server
  /** Where the API answers, once `ready` resolves. */
  readonly api: { readonly url: string; readonly ready: () => Promise<void> }
  /** Directories whose changes are to be reported besides those of the pages. */
  readonly alsoWatched: readonly string[]
  /** Called with the path of each file that is added, changed or removed. */
  readonly onChange: (path: string) => void
}

/** The pages from source at one address with the API: an edit shows without reloading. */
export async function startPages({
  http,
  api,
  alsoWatched,
  onChange,
}: PagesOptions): Promise<{ close(): Promise<void> }> {
  const starting = createVite({
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
  // A browser that is still open asks before Vite is ready.
  http.on('request', async (request, response) => (await starting).middlewares(request, response))
  const vite = await starting
  return {
    close: async () => {
      await vite.close()
      http.closeAllConnections()
    },
  }
}
