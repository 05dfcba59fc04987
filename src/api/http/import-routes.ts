import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { readNodeId } from '../../graphql/node-id.ts'
import { readRejectsFile } from '../../imports/jobs/read-rejects.ts'
import { tooLarge } from '../../imports/uploads/upload-folders.ts'
import type { Uploads } from '../../imports/uploads/uploads.ts'
import { fail, type ProblemCode } from '../../problem/problem.ts'
import { failureCode } from '../../storage/connection-failure.ts'
import { handleErrors, plainError } from './error-responses.ts'
import { addUploadRoutes, previewOf } from './upload-routes.ts'

export interface ImportRoutesOptions {
  readonly pool: Pool
  readonly uploads: Uploads
  readonly maxUploadBytes: number
}

/** Unlike plain text and forms, a page of another origin cannot send any of these without a preflight request. */
const FILE_TYPES = [
  'text/csv',
  'text/tab-separated-values',
  'application/csv',
  'application/vnd.ms-excel',
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
]

/** A client that sends nothing for longer is gone. */
const IDLE_MS = 60_000

/** The HTTP status of each problem of an upload. */
const STATUS: Record<ProblemCode, number> = {
  INVALID: 400,
  TOO_LONG: 413,
  TOO_MANY: 429,
  NOT_FOUND: 404,
  CONFLICT: 409,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
}

const WRONG_TYPE = `Send the file itself as the body. Its Content-Type must be one of ${FILE_TYPES.join(', ')}.`

type NamedFile = { Querystring: { name?: string | string[] } }

/**
 * `POST /imports?name=tweets.csv` stores a file and returns its detected format and columns; `startImport` then imports it.
 * `GET /imports/:id/rejects` downloads the rows that an import rejected.
 */
export async function addImportRoutes(app: FastifyInstance, options: ImportRoutesOptions): Promise<void> {
  const { pool, uploads, maxUploadBytes } = options
  await app.register(async scope => {
    handleErrors(scope, (status, message) => plainError(status, status === 415 ? WRONG_TYPE : message))
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(FILE_TYPES, (_request, payload, done) => done(null, payload))
    const closing = new AbortController()
    scope.addHook('preClose', async () => closing.abort())

    scope.post<NamedFile>('/imports', { config: { takesFiles: true } }, async (request, reply) => {
      // A request without a body has no type, so no parser has refused it.
      if (!(request.body instanceof Readable)) return reply.code(415).send(plainError(415, WRONG_TYPE))
      const isTooLarge = Number(request.headers['content-length'] ?? 0) > maxUploadBytes
      if (isTooLarge) return refuse(reply, 413, tooLarge(maxUploadBytes))
      const received = await uploads
        .receive(bodyOf(request, closing.signal), nameOf(request.query.name))
        .catch(error => {
          // A client that has disconnected is not an error of the server. A short body may have arrived completely by then.
          if (request.raw.complete && failureCode(error) !== 'ECONNRESET') throw error
          return fail('INVALID', 'The file was not received completely.')
        })
      if (!received.ok) return refuse(reply, STATUS[received.problem.code], received.problem.message)
      const { upload, head } = received.value
      return reply.code(201).send(previewOf(upload, head))
    })

    addUploadRoutes(scope, { pool, uploads })

    scope.get<{ Params: { id: string } }>('/imports/:id/rejects', async ({ params }, reply) => {
      const id = importIdOf(params.id)
      const file = id === null ? null : await readRejectsFile(pool, id)
      if (file === null) return reply.code(404).send(plainError(404, 'No import has this id.'))
      return reply
        .type('text/csv; charset=utf-8')
        .header(
          'Content-Disposition',
          `attachment; filename="rejects.csv"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .send(Readable.from(file.lines))
    })
  })
}

/** Responds and closes the connection without reading the rest of the body. */
function refuse(reply: FastifyReply, status: number, message: string) {
  reply.header('Connection', 'close')
  return reply.code(status).send(plainError(status, message))
}

/** The chunks of a body. Throws if the client disconnects or sends nothing for `IDLE_MS`, or if the server stops. */
async function* bodyOf({ raw }: FastifyRequest, closing: AbortSignal): AsyncGenerator<Buffer> {
  const end = () => raw.destroy(new Error('The upload was aborted.'))
  const idle = setTimeout(end, IDLE_MS)
  closing.addEventListener('abort', end, { once: true })
  try {
    for await (const chunk of raw) {
      idle.refresh()
      yield chunk as Buffer
    }
  } finally {
    clearTimeout(idle)
    closing.removeEventListener('abort', end)
  }
}

const nameOf = (given: string | string[] | undefined) => (typeof given === 'string' ? given : '')

/** Null if this is not the id of an import job. */
function importIdOf(globalId: string): string | null {
  try {
    const { typename, id } = readNodeId(globalId)
    return typename === 'ImportJob' ? id : null
  } catch {
    return null
  }
}
