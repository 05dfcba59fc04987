import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../api/start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const sample = () =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'sample/main.ts'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: api.database.url,
      PULSO_INFERENCE_THREADS: '1',
    },
  })

test('the sample is stored beside a running server, once, and its figures tell the story', {
  timeout: 120_000,
}, async () => {
  expect((await sample()).stdout).toBe('738 read = 738 stored + 0 duplicates + 0 rejected\n')
  expect((await sample()).stdout).toBe('738 read = 0 stored + 738 duplicates + 0 rejected\n')

  const dayMs = 24 * 3_600_000
  const between = (from: number, to: number) => ({
    from: new Date(Date.now() - from * dayMs).toISOString(),
    to: new Date(Date.now() - to * dayMs).toISOString(),
  })
  const { entity } = await api.data(
    `query ($crisis: RangeInput!, $recovery: RangeInput!) { entity(name: "Bluebird Air") {
       crisis: sentiment(range: $crisis) { netSentiment { value } } recovery: sentiment(range: $recovery) { netSentiment { value } } } }`,
    { crisis: between(32, 26), recovery: between(14, 0) },
  )
  expect(entity.crisis.netSentiment.value).toBeLessThan(-0.5)
  expect(entity.recovery.netSentiment.value).toBeGreaterThan(0)
})
