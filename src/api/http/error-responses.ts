import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { AccessError } from './access-error.ts'
import { BodyError } from './json-body.ts'
import { routeTable } from './route-table.ts'
import { varyBy } from './vary-by.ts'

/** Messages in place of the framework's, by status. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request body is not valid JSON.',
  413: 'The request body is too large.',
  415: 'Send JSON, with the header Content-Type: application/json.',
  503: 'The server is stopping; send the request again in a moment.',
}

const INVALID_PATH = 'This path is not valid.'
const UNKNOWN_PATH = 'This path does not exist. The API is at /graphql.'

/** Sends an error in the format of its routes. */
export type SendError = (reply: FastifyReply, status: number, message: string) => FastifyReply

/** A problem document of RFC 9457. Its type is the status, so `about:blank`. */
export const sendProblem: SendError = (reply, status, message) =>
  reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail: message }))

/**
 * Responds to requests without a route: 405 if the path has another method, else 404. Browsers get a page.
 * @param page Null if the pages are not built.
 */
export function handleNotFound(app: FastifyInstance, page: string | null): void {
  const methodsOf = routeTable(app)
  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(request.url.split('?')[0] ?? '/')
    // The path of the other route has a slash more or less.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      varyBy(reply, 'Accept')
      reply.header('Cache-Control', 'no-cache')
      return page !== null && isPageVisit(request)
        ? reply.code(404).type('text/html').send(page)
        : sendProblem(reply, 404, UNKNOWN_PATH)
    }
    const message = `This path supports ${allowed.join(', ')}.`
    return sendProblem(reply.header('Allow', allowed.join(', ')), 405, message)
  })
}

const isPageVisit = ({ method, headers }: FastifyRequest) =>
  (method === 'GET' || method === 'HEAD') &&
  new Negotiator({ headers }).mediaTypes(['application/json', 'text/html'])[0] === 'text/html'

/** A request without a body can only be faulty in its path, such as one with a null character. */
const messageOf = (status: number, { method }: FastifyRequest) =>
  status === 400 && (method === 'GET' || method === 'HEAD') ? INVALID_PATH : (MESSAGES[status] ?? UNKNOWN_PATH)

/**
 * Responds to errors of a scope's routes. Errors of the client keep their status and have a message of one line. All others are logged and
 * masked.
 */
export function handleErrors(scope: FastifyInstance, sendError: SendError): void {
  scope.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof AccessError) {
      reply.headers(error.headers)
      return sendError(reply, error.statusCode, error.message)
    }
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500) {
      // The rest of a body over the limit is not read, so the connection cannot be used for another request.
      if (status === 413) reply.header('Connection', 'close')
      return sendError(reply, status, error instanceof BodyError ? error.message : messageOf(status, request))
    }
    // The client left before the first bytes of a stream. The answer reaches no client.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') request.log.error(error)
    return sendError(reply, 500, 'An internal error occurred; it was logged.')
  })
}
