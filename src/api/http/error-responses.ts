import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BodyError } from './json-body.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Messages in place of the framework's, by status. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request body is not valid JSON.',
  413: 'The request body is too large.',
  415: 'Send JSON, with the header Content-Type: application/json.',
  503: 'The server is stopping; send the request again in a moment.',
}

const UNKNOWN_PATH = 'This path does not exist. The API is at /graphql.'

/** The body of an error response, in the format of its routes. */
export type ErrorShape = (status: number, message: string) => unknown

export const plainError: ErrorShape = (_status, message) => ({ error: message })

/** Responds to requests without a route: 405 if the path has another method, else 404. */
export function handleNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const allowed = METHODS.filter(method => app.hasRoute({ url: path, method }))
    if (allowed.length === 0) {
      return reply.code(404).send(plainError(404, UNKNOWN_PATH))
    }
    const message = `This path supports ${allowed.join(', ')}.`
    return reply.code(405).header('Allow', allowed.join(', ')).send(plainError(405, message))
  })
}

/**
 * Responds to errors of a scope's routes. Errors of the client keep their status and have a message of one line. All others are logged and
 * masked.
 */
export function handleErrors(scope: FastifyInstance, shape: ErrorShape): void {
  scope.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500) {
      // The rest of a body over the limit is not read, so the connection cannot be used for another request.
      if (status === 413) reply.header('Connection', 'close')
      const message = error instanceof BodyError ? error.message : (MESSAGES[status] ?? UNKNOWN_PATH)
      return reply.code(status).send(shape(status, message))
    }
    request.log.error(error)
    return reply.code(500).send(shape(500, 'An internal error occurred; it was logged.'))
  })
}
