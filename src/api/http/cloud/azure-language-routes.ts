import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AnalyzedText, ScoredPart } from '../../../analysis/analyze-texts.ts'
import type { Explanations } from '../../../explanation/service.ts'
import type { ModelVersion } from '../../../models/service.ts'
import type { AnalyzeSource } from '../analyze-route.ts'
import { declareAccess } from '../check-access.ts'
import { clientGone } from '../client-gone.ts'
import { handleErrors, type SendError } from '../error-responses.ts'
import { fieldsOf } from '../fields-of.ts'
import { readJsonBodies } from '../json-body.ts'
import { languageRefusal } from './languages.ts'
import { type Opinion, opinionOf, opinionOfText, prevailing } from './opinion.ts'
import { type OffsetUnit, offsetsOf } from './text-offsets.ts'

/** The limits of Azure AI Language for requests that are answered at once. */
const MAX_DOCUMENTS = 10
const MAX_TEXT_ELEMENTS = 5120
/** Targets of one document for which the words of the opinion are looked for, at the cost of a text for each word. */
const MAX_EXPLAINED = 10
/** A word without which the probability of the label is this much smaller expresses the opinion. */
const LEAST_WEIGHT = 0.1

const UNITS: ReadonlyMap<string, OffsetUnit> = new Map([
  ['textelements_v8', 'grapheme'],
  ['textelement_v8', 'grapheme'],
  ['unicodecodepoint', 'codePoint'],
  ['utf16codeunit', 'utf16'],
])

const sendFault = (reply: FastifyReply, status: number, code: string, message: string, inner?: string) =>
  reply
    .code(status)
    .type('application/json')
    .send(
      JSON.stringify({
        error: { code, message, ...(inner === undefined ? {} : { innererror: { code: inner, message } }) },
      }),
    )

const sendError: SendError = (reply, status, message) =>
  sendFault(reply, status, CODES[status] ?? (status >= 500 ? 'InternalServerError' : 'InvalidRequest'), message)

const CODES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
}

export interface AzureLanguage extends AnalyzeSource {
  readonly explanations: Explanations
}

/**
 * Sentiment with opinion mining in the JSON of Azure AI Language: `POST /language/:analyze-text`, and the older
 * `POST /text/analytics/v3.1/sentiment`.
 */
export async function addAzureLanguageRoutes(app: FastifyInstance, azure: AzureLanguage): Promise<void> {
  await app.register(async scope => {
    declareAccess(scope, 'CLASSIFY')
    handleErrors(scope, sendError)
    readJsonBodies(scope)
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('apim-request-id', randomUUID())
    })
    // Two colons are one in the address.
    scope.post<{ Querystring: Query }>('/language/::analyze-text', async ({ body, query }, reply) => {
      const { kind, analysisInput, parameters } = fieldsOf(body)
      if (query['api-version'] === undefined) {
        return sendFault(
          reply,
          400,
          'InvalidRequest',
          'The parameter api-version is missing, such as 2023-04-01.',
          'MissingApiVersionParameter',
        )
      }
      if (kind !== 'SentimentAnalysis') {
        return sendFault(reply, 400, 'InvalidRequest', 'kind must be SentimentAnalysis.', 'InvalidParameterValue')
      }
      const { opinionMining, stringIndexType } = fieldsOf(parameters)
      const documents = fieldsOf(analysisInput).documents
      const options = {
        isMining: opinionMining === true,
        indexType: stringIndexType,
        hasStatistics: query.showStats === 'true',
      }
      const results = await respond(reply, azure, documents, options)
      return results === null ? reply : reply.send({ kind: 'SentimentAnalysisResults', results })
    })
    for (const path of ['/text/analytics/v3.1/sentiment', '/text/analytics/v3.0/sentiment']) {
      scope.post<{ Querystring: Query }>(path, async ({ body, query }, reply) => {
        const options = {
          isMining: query.opinionMining === 'true',
          indexType: query.stringIndexType,
          hasStatistics: query.showStats === 'true',
        }
        const results = await respond(reply, azure, fieldsOf(body).documents, options)
        return results === null ? reply : reply.send(results)
      })
    }
  })
}

type Query = Partial<Record<'api-version' | 'opinionMining' | 'stringIndexType' | 'showStats', string | string[]>>

interface Options {
  readonly isMining: boolean
  readonly indexType: unknown
  readonly hasStatistics: boolean
}

interface GivenDocument {
  readonly id: string
  readonly text: string
  readonly fault: { readonly code: string; readonly message: string } | null
}

/** The results; null if the request is refused, which is already sent. */
async function respond(
  reply: FastifyReply,
  azure: AzureLanguage,
  given: unknown,
  { isMining, indexType, hasStatistics }: Options,
) {
  const unit = UNITS.get(typeof indexType === 'string' ? indexType.toLowerCase() : 'textelements_v8')
  const model = azure.models.active
  const documents = readDocuments(given, model)
  const refusal =
    typeof documents === 'string'
      ? { message: documents, inner: 'InvalidDocumentBatch' }
      : unit === undefined
        ? {
            message: 'stringIndexType must be TextElements_v8, UnicodeCodePoint or Utf16CodeUnit.',
            inner: 'InvalidParameterValue',
          }
        : null
  if (typeof documents === 'string' || unit === undefined || refusal !== null) {
    sendFault(reply, 400, 'InvalidRequest', refusal?.message ?? '', refusal?.inner)
    return null
  }
  const valid = documents.filter(({ fault }) => fault === null)
  const texts = valid.map(({ text }) => text)
  const analyzed = await azure.analyses.analyze(
    { texts, version: model.version, hasSentences: true },
    { signal: clientGone(reply) },
  )
  const failed = analyzed.ok ? analyzed.value.find(result => !result.ok && result.problem.field === null) : analyzed
  if (!analyzed.ok || (failed !== undefined && !failed.ok)) {
    const problem = failed === undefined || failed.ok ? null : failed.problem
    const isBusy = problem?.code === 'OVERLOADED'
    sendFault(reply, isBusy ? 429 : 503, isBusy ? 'TooManyRequests' : 'ServiceUnavailable', problem?.message ?? '')
    return null
  }
  const answers = new Map(valid.map(({ id }, index) => [id, analyzed.value[index]] as const))
  const results: ReturnType<typeof documentOf>[] = []
  const errors = documents.flatMap(({ id, fault }) => (fault === null ? [] : [documentError(id, fault)]))
  for (const { id, text, fault } of documents) {
    const result = answers.get(id)
    if (fault !== null || result === undefined) continue
    if (result.ok) {
      const targets = isMining ? await targetsOf(azure.explanations, model, result.value) : null
      const document = { index: results.length, id, text, hasStatistics }
      results.push(documentOf(document, result.value, targets, unit))
    } else errors.push(documentError(id, { code: 'InvalidDocument', message: result.problem.message }))
  }
  const statistics = {
    documentsCount: documents.length,
    validDocumentsCount: results.length,
    erroneousDocumentsCount: errors.length,
    transactionsCount: results.reduce((sum, { statistics: own }) => sum + (own?.transactionsCount ?? 0), 0),
  }
  return { documents: results, errors, ...(hasStatistics ? { statistics } : {}), modelVersion: model.version }
}

const documentError = (id: string, { code, message }: { readonly code: string; readonly message: string }) => ({
  id,
  error: { code: 'InvalidArgument', message: 'The document cannot be read.', innererror: { code, message } },
})

/** The documents, or why the request is refused. */
function readDocuments(given: unknown, model: ModelVersion): readonly GivenDocument[] | string {
  if (!Array.isArray(given) || given.length === 0) return `documents must have 1 to ${MAX_DOCUMENTS} documents.`
  if (given.length > MAX_DOCUMENTS)
    return `documents may have at most ${MAX_DOCUMENTS} documents, but has ${given.length}.`
  const documents = given.map(document => readDocument(document, model))
  if (documents.some(({ id }) => id === '')) return 'Each document needs an id.'
  if (new Set(documents.map(({ id }) => id)).size < documents.length) return 'Each document needs an id of its own.'
  return documents
}

function readDocument(given: unknown, model: ModelVersion): GivenDocument {
  const { id, text, language } = fieldsOf(given)
  const document = {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
    text: typeof text === 'string' ? text : '',
  }
  if (document.text.trim() === '')
    return { ...document, fault: { code: 'InvalidDocument', message: 'The text of the document is empty.' } }
  const refusal = typeof language === 'string' && language !== '' ? languageRefusal(model, language) : null
  if (refusal !== null) return { ...document, fault: { code: 'UnsupportedLanguageCode', message: refusal } }
  if (isOverLimit(document.text)) {
    const message = `A document may have at most ${MAX_TEXT_ELEMENTS.toLocaleString('en')} text elements.`
    return { ...document, fault: { code: 'InvalidDocument', message } }
  }
  return { ...document, fault: null }
}

const isOverLimit = (text: string) =>
  text.length > MAX_TEXT_ELEMENTS &&
  (text.length > 4 * MAX_TEXT_ELEMENTS || offsetsOf(text, 'grapheme')(text.length) > MAX_TEXT_ELEMENTS)

/** A name with an opinion, and the word that expresses it. */
interface Target extends ScoredPart {
  readonly sentiment: 'positive' | 'negative'
  /** In UTF-16 units of the document; null if no single word expresses the opinion. */
  readonly assessment: { readonly start: number; readonly end: number } | null
}

/** The occurrences with an opinion. A service of this kind lists no others. */
async function targetsOf(
  explanations: Explanations,
  modelVersion: Pick<ModelVersion, 'version'>,
  { entities, sentences }: AnalyzedText,
): Promise<readonly Target[]> {
  const found = entities.flatMap(({ name, occurrences }) =>
    occurrences.flatMap(part => {
      const sentiment = prevailing(opinionOf(part.scores))
      return sentiment === 'neutral' ? [] : [{ name, part, sentiment }]
    }),
  )
  return Promise.all(
    found.map(async ({ name, part, sentiment }, index): Promise<Target> => {
      const sentence = sentences.find(({ end }) => part.start < end)
      if (index >= MAX_EXPLAINED || sentence === undefined) return { ...part, sentiment, assessment: null }
      const mention = { text: sentence.text, entity: name }
      const label = sentiment === 'positive' ? 'POSITIVE' : 'NEGATIVE'
      const explained = await explanations.ofPrediction({ mention, label, modelVersion, start: 0 }, 1)
      const word = explained.ok ? explained.value.find(({ weight }) => weight >= LEAST_WEIGHT) : undefined
      if (word === undefined) return { ...part, sentiment, assessment: null }
      const before = (points: number) => sentence.start + [...sentence.text].slice(0, points).join('').length
      return { ...part, sentiment, assessment: { start: before(word.start), end: before(word.end) } }
    }),
  )
}

interface AnsweredDocument {
  readonly index: number
  readonly id: string
  readonly text: string
  readonly hasStatistics: boolean
}

function documentOf(
  { index, id, text, hasStatistics }: AnsweredDocument,
  analyzed: AnalyzedText,
  targets: readonly Target[] | null,
  unit: OffsetUnit,
) {
  const offset = offsetsOf(text, unit)
  const place = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    offset: offset(start),
    length: offset(end) - offset(start),
    text: text.slice(start, end),
  })
  const sentences = analyzed.sentences.map((sentence, at) => {
    const opinion = opinionOf(sentence.scores)
    const mined = targets === null ? {} : mining(`#/documents/${index}/sentences/${at}`, sentence, targets, place)
    return { sentiment: prevailing(opinion), confidenceScores: opinion, ...place(sentence), ...mined }
  })
  return {
    id,
    sentiment: sentimentOf(sentences.map(({ sentiment }) => sentiment)),
    ...(hasStatistics ? { statistics: statisticsOf(text) } : {}),
    confidenceScores: opinionOfText(analyzed),
    sentences,
    warnings: [],
  }
}

/** As the service counts: a thousand text elements are one transaction. */
function statisticsOf(text: string) {
  const charactersCount = offsetsOf(text, 'grapheme')(text.length)
  return { charactersCount, transactionsCount: Math.ceil(charactersCount / 1000) }
}

/** A document is mixed if it has a positive and a negative sentence. */
function sentimentOf(sentences: readonly (keyof Opinion)[]): keyof Opinion | 'mixed' {
  const [isPositive, isNegative] = [sentences.includes('positive'), sentences.includes('negative')]
  if (isPositive && isNegative) return 'mixed'
  return isPositive ? 'positive' : isNegative ? 'negative' : 'neutral'
}

/** The opinions of one sentence. Targets refer to assessments by JSON pointers. */
function mining(
  pointer: string,
  sentence: ScoredPart,
  all: readonly Target[],
  place: (part: { readonly start: number; readonly end: number }) => {
    readonly offset: number
    readonly length: number
    readonly text: string
  },
) {
  const targets = all.filter(({ start }) => start >= sentence.start && start < sentence.end)
  const assessments: Target[] = []
  const relationsOf = (target: Target) => {
    if (target.assessment === null) return []
    const { start } = target.assessment
    const known = assessments.findIndex(
      ({ assessment, sentiment }) => assessment?.start === start && sentiment === target.sentiment,
    )
    const at = known === -1 ? assessments.push(target) - 1 : known
    return [{ relationType: 'assessment', ref: `${pointer}/assessments/${at}` }]
  }
  return {
    targets: targets.map(target => ({
      sentiment: target.sentiment,
      confidenceScores: shares(target),
      ...place(target),
      relations: relationsOf(target),
    })),
    assessments: assessments.map(target => ({
      sentiment: target.sentiment,
      confidenceScores: shares(target),
      ...place(target.assessment ?? target),
      isNegated: false,
    })),
  }
}

/** Of the two opinions alone. */
function shares({ scores }: ScoredPart): { readonly positive: number; readonly negative: number } {
  const { positive, negative } = opinionOf(scores)
  return { positive: positive / (positive + negative), negative: negative / (positive + negative) }
}
