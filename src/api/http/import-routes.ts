import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { readNodeId } from '../../graphql/node-id.ts'
import { readRejectsFile } from '../../imports/jobs/read-rejects.ts'
import type { Imports } from '../../imports/service.ts'
import { tooLarge } from '../../imports/uploads/upload-folders.ts'
import type { Uploads } from '../../imports/uploads/uploads.ts'
import { fail, type ProblemCode, type Result, succeed, UsageError } from '../../problem/problem.ts'
import { failureCode } from '../../storage/connection-failure.ts'
import { checkEncoding } from '../../tables/decode-text.ts'
import type { Access } from './access.ts'
import { handleErrors, sendProblem } from './error-responses.ts'
import { FILE_TYPES } from './file-types.ts'
import { isAllowedOrigin } from './is-allowed-origin.ts'
import { addUploadRoutes, checkParameters, once, previewOf } from './upload-routes.ts'

export interface ImportRoutesOptions {
  readonly pool: Pool
  readonly uploads: Uploads
  readonly imports: Pick<Imports, 'waitingUploads' | 'removeUpload'>
  readonly maxUploadBytes: number
  /** The pages that may send forms. */
  readonly access: Pick<Access, 'corsOrigins' | 'allowedHosts'>
}

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

const WRONG_TYPE = `Send the file itself as the body, or a form with multipart/form-data. The Content-Type of a file must be one of ${FILE_TYPES.join(', ')}.`

/** A form has the file, and maybe some fields, which are ignored. */
const FORM_LIMITS = { files: 1, fields: 20, fieldSize: 64 * 1024, parts: 21, headerPairs: 100 }

type NamedFile = { Querystring: Readonly<Record<string, string | string[]>> }

/**
 * `POST /imports?name=tweets.csv` stores a file and returns its detected format and columns; `startImport` then imports it. `GET /imports`
 * lists the files that wait, and `DELETE /imports/:id` removes one.
 * `GET /imports/:id/rejects` downloads the rows that an import rejected.
 */
export async function addImportRoutes(app: FastifyInstance, options: ImportRoutesOptions): Promise<void> {
  const { pool, uploads, imports, maxUploadBytes, access } = options
  await app.register(async scope => {
    handleErrors(scope, (reply, status, message) => sendProblem(reply, status, status === 415 ? WRONG_TYPE : message))
    scope.removeAllContentTypeParsers()
    // One byte more than allowed, so that a larger file is not silently cut.
    await scope.register(multipart, { limits: { ...FORM_LIMITS, fileSize: maxUploadBytes + 1 } })
    scope.addContentTypeParser([...FILE_TYPES], (_request, payload, done) => done(null, payload))
    const closing = new AbortController()
    scope.addHook('preClose', async () => closing.abort())

    scope.post<NamedFile>('/imports', { config: { takesFiles: true, access: 'CLASSIFY' } }, async (request, reply) => {
      const isTooLarge = Number(request.headers['content-length'] ?? 0) > maxUploadBytes + FORM_LIMITS.fieldSize
      if (isTooLarge) return refuse(reply, 413, tooLarge(maxUploadBytes))
      if (request.isMultipart() && !isAllowedOrigin(request.headers, access.corsOrigins, access.allowedHosts)) {
        return refuse(
          reply,
          403,
          'Pages of this origin may not send forms. The operator can allow it with PULSO_CORS_ORIGINS.',
        )
      }
      const asked = uploadParameters(request.query)
      if (!asked.ok) return refuse(reply, 400, asked.problem.message)
      // A request without a body has no type, so no parser has refused it.
      if (!request.isMultipart() && !(request.body instanceof Readable)) return sendProblem(reply, 415, WRONG_TYPE)
      const sent = request.isMultipart() ? await fileOfForm(request) : succeed({ stream: request.raw, name: '' })
      if (!sent.ok) return refuse(reply, STATUS[sent.problem.code], sent.problem.message)
      const { stream, name } = sent.value
      const received = await uploads
        .receive(chunksOf(stream, request, closing.signal), asked.value.name || name, asked.value.encoding)
        .catch(error => {
          // A client that has disconnected is not an error of the server. A short body may have arrived completely by then.
          if (request.raw.complete && failureCode(error) !== 'ECONNRESET') throw error
          return fail('INVALID', 'The file was not received completely.')
        })
      if (!received.ok) return refuse(reply, STATUS[received.problem.code], received.problem.message)
      const { upload, head } = received.value
      return reply.code(201).send(previewOf(upload, head))
    })

    addUploadRoutes(scope, { uploads, imports })

    scope.get<{ Params: { id: string } }>(
      '/imports/:id/rejects',
      { config: { access: 'READ' } },
      async ({ params }, reply) => {
        const id = importIdOf(params.id)
        const file = id === null ? null : await readRejectsFile(pool, id)
        if (file === null) return sendProblem(reply, 404, 'No import has this id.')
        return reply
          .type('text/csv; charset=utf-8')
          .header(
            'Content-Disposition',
            `attachment; filename="rejects.csv"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          )
          .send(Readable.from(file.lines))
      },
    )
  })
}

/** Responds and closes the connection without reading the rest of the body. */
function refuse(reply: FastifyReply, status: number, message: string) {
  reply.header('Connection', 'close')
  return sendProblem(reply, status, message)
}

interface SentFile {
  readonly stream: Readable
  readonly name: string
}

/** The first file of a form, whatever its field is called. */
async function fileOfForm(request: FastifyRequest): Promise<Result<SentFile>> {
  try {
    const part = await request.file()
    return part === undefined
      ? fail('INVALID', 'The form has no file; send it as a field with a file name.')
      : succeed({ stream: part.file, name: part.filename })
  } catch (error) {
    if (!isFaultyForm(error)) throw error
    return fail('INVALID', FAULTY_FORM)
  }
}

const FAULTY_FORM = 'The form is not valid multipart/form-data.'

/** Errors of the library and of its parser, which are all about the request. */
const isFaultyForm = (error: unknown) =>
  /^FST_/.test(failureCode(error) ?? '') ||
  (error instanceof Error && /multipart|boundary|unexpected end|malformed|part/i.test(error.message))

/** The chunks of a file. Throws if the client disconnects or sends nothing for `IDLE_MS`, or if the server stops. */
async function* chunksOf(file: Readable, { raw, grant }: FastifyRequest, closing: AbortSignal): AsyncGenerator<Buffer> {
  const end = () => raw.destroy(new Error('The upload was aborted.'))
  const idle = setTimeout(end, IDLE_MS)
  closing.addEventListener('abort', end, { once: true })
  const stopWatching = grant.onEnd(end)
  // A form's parser does not notice that its source has gone.
  const follow = () => {
    if (!raw.complete) file.destroy(new Error('The upload was aborted.'))
  }
  if (file !== raw) raw.once('close', follow)
  try {
    for await (const chunk of file) {
      idle.refresh()
      yield chunk as Buffer
    }
  } catch (error) {
    if (file !== raw && raw.complete && isFaultyForm(error)) throw new UsageError(FAULTY_FORM)
    throw error
  } finally {
    clearTimeout(idle)
    closing.removeEventListener('abort', end)
    stopWatching()
  }
}

/** Fails for an unknown parameter, a repeated one and an unknown encoding. */
function uploadParameters(query: NamedFile['Querystring']): Result<{ name: string; encoding: string | null }> {
  try {
    checkParameters(query, ['name', 'encoding'])
    const encoding = once(query, 'encoding')
    return succeed({
      name: once(query, 'name') ?? '',
      encoding: encoding === undefined ? null : checkEncoding(encoding, 'encoding'),
    })
  } catch (error) {
    if (error instanceof UsageError) return fail('INVALID', error.message)
    throw error
  }
}

/** Null if this is not the id of an import job. */
function importIdOf(globalId: string): string | null {
  try {
    const { typename, id } = readNodeId(globalId)
    return typename === 'ImportJob' ? id : null
  } catch {
    return null
  }
}
