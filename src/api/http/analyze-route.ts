import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Analysis, MAX_TEXTS, ofText } from '../../analysis/service.ts'
import { shownAnalysis } from '../../analysis/shown-analysis.ts'
import type { ModelRegistry } from '../../models/service.ts'
import type { Problem } from '../../problem/problem.ts'
import { declareAccess } from './check-access.ts'
import { clientGone } from './client-gone.ts'
import { handleErrors, sendProblem } from './error-responses.ts'
import { fieldsOf } from './fields-of.ts'
import { readJsonBodies } from './json-body.ts'
import { PROBLEM_STATUS } from './problem-status.ts'

export interface AnalyzeSource {
  readonly analyses: Analysis
  readonly models: Pick<ModelRegistry, 'active'>
}

/**
 * `POST /analyze`: the entities of one text or of several, and the sentiment towards each. The body has `text` or `texts`, and may have
 * `entities`. Nothing is stored.
 */
export async function addAnalyzeRoute(app: FastifyInstance, { analyses, models }: AnalyzeSource): Promise<void> {
  await app.register(async scope => {
    declareAccess(scope, 'CLASSIFY')
    handleErrors(scope, sendProblem)
    readJsonBodies(scope)
    scope.post('/analyze', async ({ body }, reply) => {
      const request = readRequest(body)
      if (typeof request === 'string') return sendProblem(reply, 400, request)
      const { version } = models.active
      const { texts, entities, isBatch } = request
      const analyzed = await analyses.analyze({ texts, entities, version }, { signal: clientGone(reply) })
      if (!analyzed.ok) return refuse(reply, analyzed.problem)
      const [first] = analyzed.value
      if (isBatch) {
        // No text is at fault if the model is busy.
        const busy = analyzed.value.find(result => !result.ok && PROBLEM_STATUS[result.problem.code] === 503)
        if (busy?.ok === false) return refuse(reply, busy.problem)
        const results = analyzed.value.map((result, index) =>
          result.ok ? shownAnalysis(result.value) : { error: ofText(result.problem, index) },
        )
        return reply.send({ results, model: version })
      }
      if (first === undefined) throw new Error('One text gave no result.')
      return first.ok ? reply.send({ ...shownAnalysis(first.value), model: version }) : refuse(reply, first.problem)
    })
  })
}

function refuse(reply: FastifyReply, { code, message }: Problem) {
  const status = PROBLEM_STATUS[code]
  if (status === 503) reply.header('Retry-After', '1')
  return sendProblem(reply, status, message)
}

interface AnalyzeRequest {
  readonly texts: readonly string[]
  readonly entities: readonly string[]
  readonly isBatch: boolean
}

/** The request, or what would have worked. */
function readRequest(body: unknown): AnalyzeRequest | string {
  const { text, texts, entities = [], ...others } = fieldsOf(body)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    return `The field ${JSON.stringify(unknown.slice(0, 40))} is unknown; use text or texts, and entities.`
  }
  if (!isTexts(entities)) return 'entities must be a list of names.'
  if (typeof text === 'string' && texts === undefined) return { texts: [text], entities, isBatch: false }
  if (text === undefined && isTexts(texts) && texts.length >= 1 && texts.length <= MAX_TEXTS) {
    return { texts, entities, isBatch: true }
  }
  return `Send {"text": "..."}, or {"texts": ["...", "..."]} with 1 to ${MAX_TEXTS} texts.`
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(text => typeof text === 'string')
