import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { UsageError } from '../src/problem/problem.ts'

/** An HTTP server that takes connections at once; requests wait for their handler. Throws a `UsageError` if the port is in use. */
export async function listenAt(host: string, port: number): Promise<Server> {
  const http = createServer()
  try {
    http.listen(port, host)
    await once(http, 'listening')
    return http
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new UsageError(
      `Port ${port} on ${host} is in use. Stop its program, or set PORT to another (0 picks a free one).`,
    )
  }
}
