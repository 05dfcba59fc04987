import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Admission } from '../../access/admission.ts'
import type { Access } from './access.ts'
import { declareAccess, refusalError } from './check-access.ts'
import { handleErrors, sendProblem } from './error-responses.ts'
import { fieldsOf } from './fields-of.ts'
import { isAllowedOrigin } from './is-allowed-origin.ts'
import { readJsonBodies } from './json-body.ts'
import { sentSession, setSession } from './session-cookie.ts'

/**
 * `POST /session` signs the pages in by a key, and `DELETE /session` signs them out. The cookie has a random text instead of the key. Only pages
 * of this server may call these routes.
 */
export async function addSessionRoute(
  app: FastifyInstance,
  admission: Admission,
  { allowedHosts }: Pick<Access, 'allowedHosts'>,
): Promise<void> {
  await app.register(async scope => {
    declareAccess(scope, 'PUBLIC')
    handleErrors(scope, sendProblem)
    readJsonBodies(scope)
    scope.addHook('onRequest', async ({ headers }, reply) => {
      if (!isAllowedOrigin(headers, [], allowedHosts)) {
        return sendProblem(reply, 403, 'Only pages of this server may sign in.')
      }
    })
    scope.post('/session', async (request, reply) => {
      const { key } = fieldsOf(request.body)
      if (typeof key !== 'string' || key.trim() === '') return sendProblem(reply, 400, 'Send {"key": "pulso_..."}.')
      if (!admission.needsKey) return reply.code(204).send()
      const admitted = await admission.admit({ key: key.trim(), session: null }, request.ip)
      if (!admitted.ok) throw refusalError(admitted.refusal)
      const { keyId } = admitted.grant
      if (keyId === null) return sendProblem(reply, 400, 'Sign in by a key; tokens are for programs.')
      await endSession(request)
      const { token, lifetimeSeconds } = await admission.sessions.open(keyId)
      setSession(request, reply, token, lifetimeSeconds)
      return reply.code(204).send()
    })
    scope.delete('/session', async (request: FastifyRequest, reply: FastifyReply) => {
      await endSession(request)
      setSession(request, reply, null)
      return reply.code(204).send()
    })
  })

  async function endSession({ headers }: FastifyRequest): Promise<void> {
    const token = sentSession(headers.cookie)
    if (token !== null && admission.needsKey) await admission.sessions.end(token)
  }
}
