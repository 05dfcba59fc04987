import type { FastifyInstance } from 'fastify'
import { UsageError } from '../../problem/problem.ts'

/** Starts to accept connections; resolves to the server's URL. Throws a `UsageError` that names the setting to change. */
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
        `Port ${port} on ${host} is in use. Stop the program that uses it, or set PORT to another one (0 selects a free port).`,
      )
    case 'EACCES':
      return new UsageError(`This user may not open port ${port}. Set PORT to a number from 1024 to 65535.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UsageError(
        `HOST is "${host}", which is not an address of this machine. Use 127.0.0.1 to serve only this machine, or 0.0.0.0 to serve every network.`,
      )
    default:
      return null
  }
}
