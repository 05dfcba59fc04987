import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnalyzedEntity, AnalyzedText } from '../../../analysis/analyze-texts.ts'
import type { ModelVersion } from '../../../models/service.ts'
import type { ProblemCode } from '../../../problem/problem.ts'
import type { AnalyzeSource } from '../analyze-route.ts'
import { declareAccess } from '../check-access.ts'
import { clientGone } from '../client-gone.ts'
import { handleErrors, type SendError } from '../error-responses.ts'
import { fieldsOf } from '../fields-of.ts'
import { readJsonBodies } from '../json-body.ts'
import { languageRefusal, languagesOf } from './languages.ts'
import { type Opinion, opinionOf, opinionOfText } from './opinion.ts'
import { type OffsetUnit, offsetsOf } from './text-offsets.ts'

const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  413: 'INVALID_ARGUMENT',
  415: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
}

/** The JSON of `google.rpc.Status`. */
const sendError: SendError = (reply, status, message) =>
  reply
    .code(status)
    .type('application/json')
    .send(JSON.stringify({ error: { code: status, message, status: STATUS_NAMES[status] ?? 'INTERNAL' } }))

const STATUS: Readonly<Partial<Record<ProblemCode, number>>> = { OVERLOADED: 429, UNAVAILABLE: 503 }

/** By name and by the number of the enum, which clients of the protocol buffer send. */
const ENCODINGS: ReadonlyMap<unknown, OffsetUnit | null> = new Map<unknown, OffsetUnit | null>([
  [undefined, null],
  ['NONE', null],
  [0, null],
  ['UTF8', 'utf8'],
  [1, 'utf8'],
  ['UTF16', 'utf16'],
  [2, 'utf16'],
  ['UTF32', 'codePoint'],
  [3, 'codePoint'],
])
const PLAIN_TEXT: readonly unknown[] = ['PLAIN_TEXT', 1]
const VERSIONS = ['v1', 'v1beta2']

/** `documents:analyzeEntitySentiment` and `documents:analyzeSentiment` in the JSON of Google's Natural Language API, version 1. */
export async function addNaturalLanguageRoutes(
  app: FastifyInstance,
  { analyses, models }: AnalyzeSource,
): Promise<void> {
  await app.register(async scope => {
    declareAccess(scope, 'CLASSIFY')
    handleErrors(scope, sendError)
    readJsonBodies(scope)
    const answer =
      ({ hasSentences, answerOf }: Method) =>
      async ({ body }: FastifyRequest, reply: FastifyReply) => {
        const model = models.active
        const request = readRequest(body, model)
        if ('refusal' in request) return sendError(reply, 400, request.refusal)
        const { text, unit } = request
        const analyzed = await analyses.analyze(
          { texts: [text], version: model.version, hasSentences },
          { signal: clientGone(reply) },
        )
        const result = analyzed.ok ? analyzed.value[0] : analyzed
        if (result === undefined) throw new Error('One text gave no result.')
        if (!result.ok) return sendError(reply, STATUS[result.problem.code] ?? 400, result.problem.message)
        const offsets = unit === null ? null : offsetsOf(text, unit)
        const language = request.language ?? result.value.message.language ?? languagesOf(model)[0]
        return reply.send({
          ...answerOf(result.value, start => (offsets === null ? -1 : offsets(start))),
          language,
        })
      }
    for (const version of VERSIONS) {
      // Two colons are one in the address.
      scope.post(
        `/${version}/documents::analyzeEntitySentiment`,
        answer({ hasSentences: false, answerOf: entitySentiment }),
      )
      scope.post(`/${version}/documents::analyzeSentiment`, answer({ hasSentences: true, answerOf: documentSentiment }))
    }
  })
}

interface Method {
  /** Whether the answer has the scores of each sentence. */
  readonly hasSentences: boolean
  readonly answerOf: (analyzed: AnalyzedText, offset: Offset) => object
}

type Offset = (utf16: number) => number

type ReadRequest =
  | { readonly text: string; readonly language: string | null; readonly unit: OffsetUnit | null }
  | { readonly refusal: string }

function readRequest(body: unknown, model: ModelVersion): ReadRequest {
  const { document, encodingType } = fieldsOf(body)
  const { content, type, language, gcsContentUri } = fieldsOf(document)
  if (gcsContentUri !== undefined && gcsContentUri !== '')
    return { refusal: 'document.gcsContentUri is not supported; send document.content.' }
  if (typeof content !== 'string') return { refusal: 'document.content must be a string.' }
  if (!PLAIN_TEXT.includes(type)) return { refusal: 'document.type must be PLAIN_TEXT.' }
  const given = typeof language === 'string' && language !== '' ? language : null
  const refusal = given === null ? null : languageRefusal(model, given)
  if (refusal !== null) return { refusal }
  const unit = ENCODINGS.get(encodingType ?? undefined)
  return unit === undefined
    ? { refusal: 'encodingType must be NONE, UTF8, UTF16 or UTF32.' }
    : { text: content, language: given, unit }
}

/** From -1 to 1, and how much of both feelings there is. */
const sentimentOf = ({ positive, negative }: Opinion) => ({
  magnitude: positive + negative,
  score: positive - negative,
})

function entitySentiment({ entities }: AnalyzedText, offset: Offset) {
  const total = entities.reduce((sum, { occurrences }) => sum + occurrences.length, 0)
  const named = entities.filter(({ occurrences }) => occurrences.length > 0)
  return {
    entities: named
      .sort((a, b) => b.occurrences.length - a.occurrences.length)
      .map(entity => ({
        name: entity.name,
        type: 'OTHER',
        metadata: {},
        salience: entity.occurrences.length / total,
        mentions: entity.occurrences.map(({ text, start, scores }) => ({
          text: { content: text, beginOffset: offset(start) },
          type: 'PROPER',
          sentiment: sentimentOf(opinionOf(scores)),
        })),
        sentiment: overall(entity),
      })),
  }
}

/** The mean of the scores, and the sum of the magnitudes. */
function overall({ occurrences }: AnalyzedEntity) {
  const each = occurrences.map(({ scores }) => sentimentOf(opinionOf(scores)))
  return {
    magnitude: each.reduce((sum, { magnitude }) => sum + magnitude, 0),
    score: each.reduce((sum, { score }) => sum + score, 0) / each.length,
  }
}

function documentSentiment(analyzed: AnalyzedText, offset: Offset) {
  const sentences = analyzed.sentences.map(({ text, start, scores }) => ({
    text: { content: text, beginOffset: offset(start) },
    sentiment: sentimentOf(opinionOf(scores)),
  }))
  return {
    documentSentiment: {
      magnitude: sentences.reduce((sum, { sentiment }) => sum + sentiment.magnitude, 0),
      score: sentimentOf(opinionOfText(analyzed)).score,
    },
    sentences,
  }
}
