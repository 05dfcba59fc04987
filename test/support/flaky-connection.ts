import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net'
import { parseDatabaseUrl } from '../../src/storage/database-url.ts'

/** A connection to the database that a test can cut. */
export interface FlakyConnection {
  readonly url: string
  /** Breaks every session, and accepts no new ones until `restore`. */
  cut(): void
  restore(): void
  /** Breaks the session whose client sends these words, before they arrive. */
  cutAt(words: string): void
  close(): Promise<void>
}

export async function startFlakyConnection(databaseUrl: string): Promise<FlakyConnection> {
  const sockets = new Set<Socket>()
  let isCut = false
  let fatalWords: string | null = null
  const proxy = createServer(client => {
    if (isCut) {
      client.destroy()
      return
    }
    const server = connect(targetOf(databaseUrl))
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        sockets.delete(socket)
        client.destroy()
        server.destroy()
      })
    }
    client.on('data', chunk => {
      if (fatalWords !== null && chunk.includes(fatalWords)) client.destroy()
      else server.write(chunk)
    })
    server.pipe(client)
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => proxy.once('listening', resolve))
  const address = proxy.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: throughPort(databaseUrl, port),
    cut,
    restore: () => {
      isCut = false
      fatalWords = null
    },
    cutAt: words => {
      fatalWords = words
    },
    close: () => {
      cut()
      return new Promise(resolve => proxy.close(() => resolve()))
    },
  }
}

function targetOf(databaseUrl: string): NetConnectOpts {
  const url = new URL(parseDatabaseUrl(databaseUrl).connectionString)
  const socket = url.searchParams.get('host')
  const port = Number(url.port || 5432)
  return socket === null ? { host: url.hostname, port } : { path: `${socket}/.s.PGSQL.${port}` }
}

function throughPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl)
  url.searchParams.delete('host')
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return url.href
}
