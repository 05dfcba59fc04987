import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ClassificationService } from '../../classification/service.ts'
import { MAX_REST_BODY_BYTES } from '../../graphql/limits.ts'
import type { Scores } from '../../ml/network/classifier.ts'
import { declareAccess } from './check-access.ts'
import { clientGone } from './client-gone.ts'
import { handleErrors, sendProblem } from './error-responses.ts'
import { PROBLEM_STATUS } from './problem-status.ts'

/** The response format of the original service. Its "percentages" are fractions from 0 to 1. */
const seedAnswer = ({ label, probabilities }: Scores) => ({
  sentiment: label,
  negativePercentage: probabilities.negative,
  positivePercentage: probabilities.positive,
  neutralPercentage: probabilities.neutral,
})

/**
 * `POST /api/model-nlp/`, with and without the last slash: the contract of the original service, for its clients. `seed` answers,
 * regardless of the active model. Nothing is stored. Pages of every origin may call it.
 */
export async function addSeedRoute(app: FastifyInstance, seed: Pick<ClassificationService, 'predict'>): Promise<void> {
  await app.register(
    async scope => {
      declareAccess(scope, 'CLASSIFY')
      handleErrors(scope, sendProblem)
      const answer = async ({ body }: { body: unknown }, reply: FastifyReply) => {
        const text = typeof body === 'object' && body !== null && 'text' in body ? body.text : undefined
        if (typeof text !== 'string' || text.trim() === '') {
          return sendProblem(reply, 400, 'Send {"text": "..."} with a text that is not empty.')
        }
        const [result] = await seed.predict([{ text, entity: null }], null, { signal: clientGone(reply) })
        if (result === undefined) throw new Error('One text gave no result.')
        if (result.ok) return reply.send(seedAnswer(result.value))
        const status = PROBLEM_STATUS[result.problem.code]
        if (status === 503) reply.header('Retry-After', '1')
        return sendProblem(reply, status, result.problem.message)
      }
      // Under a prefix this matches both paths, with and without the last slash.
      scope.post('/', { bodyLimit: MAX_REST_BODY_BYTES }, answer)
    },
    { prefix: '/api/model-nlp' },
  )
}
