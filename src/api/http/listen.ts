import type { FastifyInstance } from 'fastify'
import { UsageError } from '../../problem/problem.ts'

/** Starts listening; resolves to the address to print. Throws a `UsageError` that names the setting to change. */
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
        `Port ${port} on ${host} is in use. Stop the program that uses it, or set PORT to another port (0 picks a free one).`,
      )
    case 'EACCES':
      return new UsageError(`Port ${port} may not be opened by this user. Set PORT to a port from 1024 to 65535.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(
        `HOST is "${host}", which is not an address of this machine. 127.0.0.1 serves this machine only, 0.0.0.0 every network.`,
      )
    default:
      return null
  }
}
