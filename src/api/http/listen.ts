import type { FastifyInstance } from 'fastify'
import { UsageError } from '../../problem/problem.ts'

/** Starts to take connections; resolves to the address to print. Throws a `UsageError` that names the setting to change. */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    throw explanationOf((error as NodeJS.ErrnoException).code, host, port) ?? error
  }
}

function explanationOf(code: string | undefined, host: string, port: number): UsageError | null {
  switch (code) {
    case 'EADDRINUSE':
      return new UsageError(
        `Port ${port} on ${host} is in use: stop what uses it, or set PORT to another (0 picks a free one).`,
      )
    case 'EACCES':
      return new UsageError(`Port ${port} may not be opened by this user: set PORT to one from 1024 to 65535.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(
        `HOST is "${host}", which is no address of this machine: 127.0.0.1 serves this machine alone, 0.0.0.0 every network.`,
      )
    default:
      return null
  }
}
