import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { MAX_BODY_BYTES } from '../../graphql/limits.ts'

export interface JsonLimits {
  /** Types of the bodies; application/json if omitted. */
  readonly mediaTypes?: readonly string[]
  /** Bodies above the usual limit; none if omitted. */
  readonly large?: {
    /** Limit in bytes. */
    readonly bytes: number
    /** Tests the first `MAX_BODY_BYTES` of a body. */
    readonly isLarge: (beginning: Buffer) => boolean
    /** When they are allowed: a sentence of the error message. */
    readonly advice: string
  }
}

/** The body cannot be read. The message is for the client. */
export class BodyError extends Error {
  readonly statusCode: 400 | 413

  constructor(statusCode: 400 | 413, message: string) {
    super(message)
    this.name = 'BodyError'
    this.statusCode = statusCode
  }
}

/** Smaller bodies are always parsed in a few milliseconds. */
const CHECKED_FROM_BYTES = 64 * 1024
const MAX_DEPTH = 64
const MAX_PARTS = 20_000

/**
 * Reads JSON bodies of a scope's routes with limits on size and shape. `JSON.parse` blocks the event loop for seconds on megabytes of
 * brackets, so the values of large bodies are counted first. Long texts are parsed quickly.
 */
export function readJsonBodies(scope: FastifyInstance, limits: JsonLimits = {}): void {
  const { mediaTypes = ['application/json'], large } = limits
  scope.removeContentTypeParser('application/json')
  scope.addContentTypeParser<Buffer>(
    [...mediaTypes],
    { parseAs: 'buffer', bodyLimit: large?.bytes ?? MAX_BODY_BYTES },
    async (_request: unknown, body: Buffer) => {
      if (body.length > MAX_BODY_BYTES && large?.isLarge(body.subarray(0, MAX_BODY_BYTES)) !== true) {
        throw new BodyError(
          413,
          `The request body is too large: at most ${MAX_BODY_BYTES.toLocaleString('en')} bytes are allowed.${large === undefined ? '' : ` ${large.advice}`}`,
        )
      }
      if (!isUtf8(body)) throw new BodyError(400, 'The request body is not valid UTF-8.')
      if (body.length >= CHECKED_FROM_BYTES) checkShape(body)
      try {
        return JSON.parse(withoutByteOrderMark(body.toString('utf8'))) as unknown
      } catch {
        throw new BodyError(400, 'The request body is not valid JSON.')
      }
    },
  )
}

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'"\\,[]{}'].map(character =>
  character.charCodeAt(0),
)

/** Counts brackets and commas outside strings in one pass. Throws a `BodyError` above the limits. */
function checkShape(body: Buffer): void {
  let [depth, parts, isInString] = [0, 0, false]
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]
    if (isInString) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) isInString = false
      continue
    }
    if (byte === QUOTE) isInString = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth++
      parts++
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--
    else if (byte === COMMA) parts++
    if (depth > MAX_DEPTH || parts > MAX_PARTS) {
      throw new BodyError(
        400,
        `The JSON of the request has more than ${MAX_DEPTH} levels or ${MAX_PARTS.toLocaleString('en')} values. Split it into several requests.`,
      )
    }
  }
}

const withoutByteOrderMark = (text: string) => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
