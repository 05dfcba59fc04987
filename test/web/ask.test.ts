import { afterEach, expect, test, vi } from 'vitest'
import { ask, askPartly } from '../../web/api/ask.ts'
import { graphql } from '../../web/api/schema.ts'

const QUERY = graphql('query Shown { entity(name: "Xbox") { name shareOfVoice { value } } summaryModel { version } }')
const { signal } = new AbortController()
afterEach(() => vi.unstubAllGlobals())

const respond = (body: unknown, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))

const DATA = { entity: { name: 'Xbox', shareOfVoice: null }, summaryModel: { version: 'pulso@000000000000' } }

test('a missing field leaves the rest of the answer, with the reason', async () => {
  respond({ data: DATA, errors: [{ message: 'Busy.', path: ['entity', 'shareOfVoice'] }] })
  expect(await askPartly(QUERY, {}, signal)).toEqual({ data: DATA, problem: 'Busy.' })
})

test('a missing explanation is not a problem of the page', async () => {
  respond({ data: DATA, errors: [{ message: 'Not for this model.', path: ['entity', 'x', 'explanation'] }] })
  expect(await askPartly(QUERY, {}, signal)).toEqual({ data: DATA, problem: null })
})

test('without a root field there is no answer', async () => {
  respond({ data: { ...DATA, entity: null }, errors: [{ message: 'Gone.', path: ['entity'] }] })
  await expect(ask(QUERY, {}, signal)).rejects.toThrow('Gone.')
  respond({ errors: [{ message: 'Too deep.' }] }, 400)
  await expect(ask(QUERY, {}, signal)).rejects.toThrow('Too deep.')
})

test('a response that is not an answer is an error with its status', async () => {
  respond('<html>', 502)
  await expect(ask(QUERY, {}, signal)).rejects.toThrow('502')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
  await expect(ask(QUERY, {}, signal)).rejects.toThrow('The server does not respond')
})
