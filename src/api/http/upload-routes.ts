import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Imports } from '../../imports/service.ts'
import type { Upload } from '../../imports/uploads/upload-folders.ts'
import type { Uploads } from '../../imports/uploads/uploads.ts'
import { UsageError } from '../../problem/problem.ts'
import { checkEncoding } from '../../tables/decode-text.ts'
import type { HeadOptions, TableHead } from '../../tables/inspect-head.ts'
import { INPUT_FORMATS } from '../../tables/table-format.ts'
import { sendProblem } from './error-responses.ts'
import { PROBLEM_STATUS } from './problem-status.ts'

/** An upload with the beginning of its file, as `POST /imports` and a preview return it. */
export const previewOf = (upload: Upload, head: TableHead) => ({
  uploadId: upload.id,
  name: upload.name,
  sizeBytes: upload.sizeBytes,
  format: head.format.toUpperCase(),
  encoding: upload.encoding,
  isEncodingDoubtful: upload.isEncodingDoubtful,
  hasHeader: head.hasHeader,
  columns: head.columns,
  sampleRows: head.sampleRows,
  suggestions: head.suggestions,
  notices: upload.notices,
})

type PreviewRequest = {
  Params: { id: string }
  /** A repeated parameter is a list. */
  Querystring: Partial<Record<'encoding' | 'format' | 'hasHeader' | 'skipLines', string | string[]>>
}

const PREVIEW_PARAMETERS = ['encoding', 'format', 'hasHeader', 'skipLines']

const NO_UPLOAD = 'No upload with this id waits on this server.'

/**
 * `GET /imports/uploads` lists the uploads that wait to be imported, `GET /imports/uploads/:id` reads the beginning of one again, with
 * another encoding for example, and `DELETE /imports/uploads/:id` removes one.
 */
export function addUploadRoutes(
  scope: FastifyInstance,
  {
    uploads,
    imports,
  }: { readonly uploads: Uploads; readonly imports: Pick<Imports, 'waitingUploads' | 'removeUpload'> },
): void {
  const config = { access: 'CLASSIFY' } as const
  scope.get('/imports/uploads', { config }, async () => ({
    uploads: (await imports.waitingUploads()).map(({ id, name, sizeBytes, uploadedAt }) => ({
      uploadId: id,
      name,
      sizeBytes,
      uploadedAt,
    })),
  }))

  scope.get<PreviewRequest>('/imports/uploads/:id', { config }, async ({ params, query }, reply) => {
    const upload = await uploads.find(params.id)
    if (upload === null) return sendProblem(reply, 404, NO_UPLOAD)
    return inWords(reply, async () => {
      checkParameters(query, PREVIEW_PARAMETERS)
      const named = once(query, 'encoding')
      const read =
        named === undefined
          ? upload
          : { ...upload, encoding: checkEncoding(named, 'encoding'), isEncodingDoubtful: false, notices: [] }
      return previewOf(read, await uploads.readHead(read, optionsOf(query)))
    })
  })

  scope.delete<{ Params: { id: string } }>('/imports/uploads/:id', { config }, async ({ params }, reply) => {
    const removed = await imports.removeUpload(params.id)
    if (!removed.ok) return sendProblem(reply, PROBLEM_STATUS[removed.problem.code], removed.problem.message)
    return reply.code(204).send()
  })
}

const FLAGS = new Map([
  ['true', true],
  ['false', false],
])
const MAX_SKIPPED_LINES = 1000

/** Throws a `UsageError` that names the parameter. */
function optionsOf(query: PreviewRequest['Querystring']): HeadOptions {
  const format = once(query, 'format')
  const hasHeader = once(query, 'hasHeader')
  const skipLines = once(query, 'skipLines') ?? '0'
  const known = INPUT_FORMATS.find(name => name === format?.toLowerCase())
  if (format !== undefined && known === undefined) {
    throw new UsageError(`format must be one of ${INPUT_FORMATS.join(', ')}.`)
  }
  if (hasHeader !== undefined && !FLAGS.has(hasHeader)) throw new UsageError('hasHeader must be true or false.')
  if (!/^\d{1,4}$/.test(skipLines) || Number(skipLines) > MAX_SKIPPED_LINES) {
    throw new UsageError(`skipLines must be from 0 to ${MAX_SKIPPED_LINES}.`)
  }
  return { format: known ?? null, hasHeader: FLAGS.get(hasHeader ?? '') ?? null, skipLines: Number(skipLines) }
}

/** Throws a `UsageError` for a parameter that is not known. */
export function checkParameters(query: object, known: readonly string[]): void {
  const unknown = Object.keys(query).find(name => !known.includes(name))
  if (unknown === undefined) return
  throw new UsageError(`The parameter ${JSON.stringify(unknown.slice(0, 40))} is unknown; use ${known.join(', ')}.`)
}

/** The value of a parameter. Throws a `UsageError` if it is repeated. */
export function once(query: Readonly<Record<string, string | string[] | undefined>>, name: string): string | undefined {
  const value = query[name]
  if (Array.isArray(value)) throw new UsageError(`${name} must be given once.`)
  return value
}

/** A mistake of the user is 400 with its sentence. */
async function inWords<Answer>(reply: FastifyReply, answer: () => Promise<Answer>) {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof UsageError) return sendProblem(reply, 400, error.message)
    throw error
  }
}
