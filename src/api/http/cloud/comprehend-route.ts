import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AnalyzedEntity, AnalyzedText, ScoredPart } from '../../../analysis/analyze-texts.ts'
import type { ModelVersion } from '../../../models/service.ts'
import type { Problem, Result } from '../../../problem/problem.ts'
import type { AnalyzeSource } from '../analyze-route.ts'
import { declareAccess } from '../check-access.ts'
import { clientGone } from '../client-gone.ts'
import { handleErrors, type SendError } from '../error-responses.ts'
import { fieldsOf } from '../fields-of.ts'
import { readJsonBodies } from '../json-body.ts'
import { languageRefusal } from './languages.ts'
import { type Opinion, opinionOf, opinionOfText, prevailing } from './opinion.ts'
import { offsetsOf } from './text-offsets.ts'

const MEDIA_TYPE = 'application/x-amz-json-1.1'
const SERVICE = 'Comprehend_20171127.'
/** The limits of Amazon Comprehend. */
const MAX_BYTES = 5000
const MAX_DOCUMENTS = 25
const LANGUAGES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja', 'ko', 'zh', 'zh-TW']

type Fault =
  | 'AccessDeniedException'
  | 'BatchSizeLimitExceededException'
  | 'InternalServerException'
  | 'InvalidRequestException'
  | 'SerializationException'
  | 'TextSizeLimitExceededException'
  | 'TooManyRequestsException'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException'
  | 'UnsupportedLanguageException'

/** Clients read either name of the message. */
const sendFault = (reply: FastifyReply, status: number, fault: Fault, message: string) =>
  reply
    .code(status)
    .type(MEDIA_TYPE)
    .header('x-amzn-ErrorType', fault)
    .send(JSON.stringify({ __type: fault, message, Message: message }))

const sendError: SendError = (reply, status, message) =>
  sendFault(
    reply,
    status,
    FAULTS[status] ?? (status >= 500 ? 'InternalServerException' : 'SerializationException'),
    message,
  )

const FAULTS: Readonly<Record<number, Fault>> = {
  401: 'UnrecognizedClientException',
  403: 'AccessDeniedException',
  429: 'TooManyRequestsException',
}

/**
 * `POST /` in the JSON of Amazon Comprehend: `DetectTargetedSentiment`, `DetectSentiment` and their batches. The signature of a request
 * is not checked; a key is sent as `X-Api-Key`.
 */
export async function addComprehendRoute(app: FastifyInstance, source: AnalyzeSource): Promise<void> {
  await app.register(async scope => {
    declareAccess(scope, 'CLASSIFY')
    handleErrors(scope, sendError)
    readJsonBodies(scope, {
      mediaTypes: [MEDIA_TYPE, 'application/json'],
    })
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('x-amzn-RequestId', randomUUID())
    })
    scope.post('/', async ({ headers, body }, reply) => {
      const target = String(headers['x-amz-target'] ?? '')
      const operation = target.startsWith(SERVICE) ? OPERATIONS.get(target.slice(SERVICE.length)) : undefined
      if (operation === undefined) {
        return sendFault(
          reply,
          400,
          'UnknownOperationException',
          `X-Amz-Target must be ${SERVICE}${[...OPERATIONS.keys()].join(' or ')}.`,
        )
      }
      return answer(reply, source, operation, body)
    })
  })
}

interface Operation {
  readonly isBatch: boolean
  /** Whether the answer depends on the scores of each sentence. */
  readonly hasSentences: boolean
  readonly answerOf: (text: string, analyzed: AnalyzedText) => object
}

const targeted = (text: string, { entities }: AnalyzedText) => ({
  Entities: entities.flatMap(entity => (entity.occurrences.length === 0 ? [] : [entityOf(text, entity)])),
})

const whole = (_text: string, analyzed: AnalyzedText) => {
  const { Sentiment, SentimentScore } = sentimentOf(opinionOfText(analyzed))
  return { Sentiment, SentimentScore }
}

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['DetectTargetedSentiment', { isBatch: false, hasSentences: false, answerOf: targeted }],
  ['BatchDetectTargetedSentiment', { isBatch: true, hasSentences: false, answerOf: targeted }],
  ['DetectSentiment', { isBatch: false, hasSentences: true, answerOf: whole }],
  ['BatchDetectSentiment', { isBatch: true, hasSentences: true, answerOf: whole }],
])

async function answer(reply: FastifyReply, { analyses, models }: AnalyzeSource, operation: Operation, body: unknown) {
  const { isBatch, hasSentences, answerOf } = operation
  const model = models.active
  const request = readRequest(body, isBatch, model)
  if ('fault' in request) return sendFault(reply, 400, request.fault, request.message)
  const { texts } = request
  const sizes = texts.map(text => Buffer.byteLength(text))
  const fitting = texts.filter((_, index) => (sizes[index] ?? 0) <= MAX_BYTES)
  const analyzed = await analyses.analyze(
    { texts: fitting, version: model.version, hasSentences },
    { signal: clientGone(reply) },
  )
  if (!analyzed.ok) return sendProblem(reply, analyzed.problem)
  const results = analyzed.value.values()
  const answers = texts.map((text, index): { readonly text: string; readonly result: Result<AnalyzedText> } => {
    const next = (sizes[index] ?? 0) <= MAX_BYTES ? results.next().value : tooLong(sizes[index] ?? 0)
    if (next === undefined) throw new Error('Fewer texts were analyzed than given.')
    return { text, result: next }
  })
  const busy = answers.find(
    ({ result }) => !result.ok && result.problem.code !== 'INVALID' && result.problem.code !== 'TOO_LONG',
  )
  if (busy !== undefined && !busy.result.ok) return sendProblem(reply, busy.result.problem)
  reply.type(MEDIA_TYPE)
  if (!isBatch) {
    const [only] = answers
    if (only === undefined) throw new Error('One text gave no result.')
    return only.result.ok
      ? JSON.stringify(answerOf(only.text, only.result.value))
      : sendProblem(reply, only.result.problem)
  }
  return JSON.stringify({
    ResultList: answers.flatMap(({ text, result }, Index) =>
      result.ok ? [{ Index, ...answerOf(text, result.value) }] : [],
    ),
    ErrorList: answers.flatMap(({ result }, Index) =>
      result.ok
        ? []
        : [
            {
              Index,
              ErrorCode: result.problem.code === 'TOO_LONG' ? 'TEXT_SIZE_LIMIT_EXCEEDED' : 'INVALID_REQUEST',
              ErrorMessage: result.problem.message,
            },
          ],
    ),
  })
}

type ReadRequest = { readonly texts: readonly string[] } | { readonly fault: Fault; readonly message: string }

function readRequest(body: unknown, isBatch: boolean, model: ModelVersion): ReadRequest {
  const { LanguageCode: language, Text: text, TextList: list } = fieldsOf(body)
  const invalid = (message: string): ReadRequest => ({ fault: 'InvalidRequestException', message })
  const texts = isBatch ? list : [text]
  if (!Array.isArray(texts) || texts.length === 0 || !texts.every(text => typeof text === 'string')) {
    return invalid(isBatch ? `TextList must have 1 to ${MAX_DOCUMENTS} strings.` : 'Text must be a string.')
  }
  if (typeof language !== 'string' || !LANGUAGES.includes(language)) {
    return invalid(`LanguageCode must be one of ${LANGUAGES.join(', ')}.`)
  }
  const refusal = languageRefusal(model, language)
  if (refusal !== null) return { fault: 'UnsupportedLanguageException', message: refusal }
  if (texts.length > MAX_DOCUMENTS) {
    return { fault: 'BatchSizeLimitExceededException', message: `TextList may have at most ${MAX_DOCUMENTS} texts.` }
  }
  return { texts }
}

const tooLong = (bytes: number): Result<never> => ({
  ok: false,
  problem: {
    code: 'TOO_LONG',
    message: `A text may have at most ${MAX_BYTES} bytes of UTF-8, but has ${bytes}.`,
    field: null,
  },
})

function sendProblem(reply: FastifyReply, { code, message }: Problem) {
  if (code === 'OVERLOADED') return sendFault(reply, 400, 'TooManyRequestsException', message)
  if (code === 'UNAVAILABLE') return sendFault(reply, 500, 'InternalServerException', message)
  return sendFault(
    reply,
    400,
    code === 'TOO_LONG' ? 'TextSizeLimitExceededException' : 'InvalidRequestException',
    message,
  )
}

function entityOf(text: string, { occurrences }: AnalyzedEntity) {
  // Offsets of Comprehend are code points.
  const offset = offsetsOf(text, 'codePoint')
  return {
    DescriptiveMentionIndex: [mostDescriptive(occurrences)],
    Mentions: occurrences.map(({ text: written, start, end, scores }) => ({
      Score: 1 - scores.probabilities.irrelevant,
      GroupScore: 1,
      Text: written,
      Type: 'OTHER',
      MentionSentiment: sentimentOf(opinionOf(scores)),
      BeginOffset: offset(start),
      EndOffset: offset(end),
    })),
  }
}

/** The longest name, and the first of equal ones. */
const mostDescriptive = (parts: readonly ScoredPart[]): number =>
  parts.reduce((best, { text }, index) => (text.length > (parts[best]?.text.length ?? 0) ? index : best), 0)

const SENTIMENTS = { positive: 'POSITIVE', neutral: 'NEUTRAL', negative: 'NEGATIVE' } as const

const sentimentOf = (opinion: Opinion) => ({
  Sentiment: SENTIMENTS[prevailing(opinion)],
  SentimentScore: { Positive: opinion.positive, Negative: opinion.negative, Neutral: opinion.neutral, Mixed: 0 },
})
