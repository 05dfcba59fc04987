import type { FastifyReply } from 'fastify'

/** Adds a request header on which the response depends to those that other parts of the server have named. */
export function varyBy(reply: FastifyReply, header: string): void {
  const named = [reply.getHeader('Vary') ?? []].flat().map(String)
  if (
    !named
      .join(',')
      .toLowerCase()
      .split(/\s*,\s*/)
      .includes(header.toLowerCase())
  )
    reply.header('Vary', [...named, header].join(', '))
}
