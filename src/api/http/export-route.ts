import { pipeline, Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { exportPath } from '../../exports/export-address.ts'
import { exportFileName } from '../../exports/export-file-name.ts'
import { EXPORT_FORMATS, type ExportFormat, MEDIA_TYPES, PACKED_FORMATS } from '../../exports/export-format.ts'
import { EXPORT_PARAMETERS, type ExportParameters, readExportParameters } from '../../exports/export-parameters.ts'
import type { Exports } from '../../exports/service.ts'
import { fail, type Problem, type Result, succeed } from '../../problem/problem.ts'
import { isUnavailable, unavailableMessage } from '../../storage/connection-failure.ts'
import { sendProblem } from './error-responses.ts'
import { PROBLEM_STATUS } from './problem-status.ts'
import { endStalledDownload } from './stalled-download.ts'
import { varyBy } from './vary-by.ts'

/** Long enough for an interrupted connection to recover; a client that reads nothing for longer is gone. */
const STALLED_MS = 120_000

const RETRY_AFTER_S = '5'

export interface ExportSource {
  readonly exports: Exports
  readonly now: () => Date
}

/**
 * `GET /exports/classifications.csv` and its other formats: the classifications that match the parameters, as a download. It is written as fast as the
 * client reads, and ends if the client disconnects. A failure during the download breaks the connection, so that an incomplete file never
 * appears complete.
 */
export function addExportRoute(app: FastifyInstance, source: ExportSource): void {
  for (const format of EXPORT_FORMATS) {
    // Not the route for GET: it would read the whole export for its headers.
    app.route({
      method: ['GET', 'HEAD'],
      url: exportPath(format),
      exposeHeadRoute: false,
      config: { access: 'READ' },
      handler: (request, reply) => sendExport(source, format, request, reply),
    })
  }
}

async function sendExport(
  { exports, now }: ExportSource,
  format: ExportFormat,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  try {
    const parameters = onceEach(request.query as Record<string, unknown>)
    const query = parameters.ok ? readExportParameters(parameters.value) : parameters
    if (!query.ok) return refuse(reply, query.problem)
    const admitted = exports.admit()
    if (!admitted.ok) return refuse(reply, admitted.problem)
    // The socket closes after a complete download, a broken one and an answer that never began.
    reply.raw.once('close', admitted.value)
    reply.raw.once(
      'close',
      request.grant.onEnd(() => reply.raw.destroy()),
    )
    const selection = await exports.resolve(query.value)
    if (!selection.ok) return refuse(reply, selection.problem)
    const isHead = request.method === 'HEAD'
    const chunks = isHead ? null : exports.write({ selection: selection.value, format, formulas: query.value.formulas })
    const first = await chunks?.next()
    const name = exportFileName(selection.value.entity?.name ?? null, format, now())
    reply
      .type(MEDIA_TYPES[format])
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .header('Cache-Control', 'no-store')
    varyBy(reply, 'Accept-Encoding')
    if (chunks === null || first === undefined) return reply.send()
    // Rows that match may be far apart. A client waits longer for them if it has the head.
    reply.raw.once('pipe', () => reply.raw.flushHeaders())
    endStalledDownload(reply.raw, STALLED_MS)
    const report = (error: unknown) => request.log.error(error)
    const text = Readable.from(continued(first, chunks, report), { objectMode: false })
    if (PACKED_FORMATS.includes(format) || !acceptsGzip(request.headers['accept-encoding'])) return reply.send(text)
    reply.header('Content-Encoding', 'gzip')
    // A failure of either stream destroys the other one, and the reply handles its own.
    return reply.send(pipeline(text, createGzip({ flush: constants.Z_SYNC_FLUSH }), () => {}))
  } catch (error) {
    if (!isUnavailable(error)) throw error
    request.log.error(error)
    return refuse(reply, { code: 'UNAVAILABLE', message: unavailableMessage(error), field: null })
  }
}

function refuse(reply: FastifyReply, { code, message }: Problem) {
  const status = PROBLEM_STATUS[code]
  if (status === 503) reply.header('Retry-After', RETRY_AFTER_S)
  return sendProblem(reply, status, message)
}

/** Rejects unknown parameters: if they were ignored, the file would have more rows than the client wants. */
function onceEach(query: Readonly<Record<string, unknown>>): Result<ExportParameters> {
  for (const [name, value] of Object.entries(query)) {
    if (!EXPORT_PARAMETERS.some(parameter => parameter === name)) {
      return fail('INVALID', `This download takes only ${EXPORT_PARAMETERS.join(', ')}.`)
    }
    if (typeof value !== 'string') return fail('INVALID', `${name} may be given only once.`, [name])
  }
  return succeed(query as ExportParameters)
}

/** Reports errors of reading. A disconnected client ends the generator at its `yield`, which is not an error. */
async function* continued(
  first: IteratorResult<string | Buffer, unknown>,
  rest: AsyncGenerator<string | Buffer>,
  report: (error: unknown) => void,
) {
  const read = () =>
    rest.next().catch((error: unknown) => {
      report(error)
      throw error
    })
  try {
    for (let next = first; next.done !== true; next = await read()) if (next.value.length > 0) yield next.value
  } finally {
    await rest.return(undefined)
  }
}

/** Whether `gzip` is listed and not refused (`gzip;q=0`). */
const acceptsGzip = (accepted: string | undefined) =>
  /(?:^|,)\s*gzip\s*(?:;(?!\s*q=0(?:\.0*)?\s*(?:,|$))|,|$)/i.test(accepted ?? '')
