import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BodyError } from './json-body.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** Messages that replace those of the framework, by status. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request body is not valid JSON.',
  413: 'The request body is too large.',
  415: 'Send JSON, with the header Content-Type: application/json.',
  503: 'The server is stopping; send the request again in a moment.',
}

const NOTHING_HERE = 'Not found. The API is at /graphql.'

/** Gives a failure the shape of the responses of its routes. */
export type ErrorShape = (status: number, message: string) => unknown

export const plainError: ErrorShape = (_status, message) => ({ error: message })

/** Answers requests without a route: 405 if another method would have worked, otherwise 404. */
export function answerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const allowed = METHODS.filter(method => app.hasRoute({ url: path, method }))
    if (allowed.length === 0) {
      return reply.code(404).send(plainError(404, NOTHING_HERE))
    }
    const message = `This path accepts ${allowed.join(', ')}.`
    return reply.code(405).header('Allow', allowed.join(', ')).send(plainError(405, message))
  })
}

/**
 * Answers failures of a scope's routes. Client errors keep their status and get one line; internal errors are logged and masked.
 */
export function answerErrors(scope: FastifyInstance, shape: ErrorShape): void {
  scope.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500) {
      // The rest of the body is not read, so the next request could not be found on this connection.
      if (status === 413) reply.header('Connection', 'close')
      const message = error instanceof BodyError ? error.message : (MESSAGES[status] ?? NOTHING_HERE)
      return reply.code(status).send(shape(status, message))
    }
    request.log.error(error)
    return reply.code(500).send(shape(500, 'Internal error: the request is not at fault. The error was logged.'))
  })
}
