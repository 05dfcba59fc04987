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
  expect((await sample()).stdout).toBe('810 read = 810 stored + 0 duplicates + 0 rejected\n')
  expect((await sample()).stdout).toBe('810 read = 0 stored + 810 duplicates + 0 rejected\n')

  const dayMs = 24 * 3_600_000
  const between = (from: number, to: number) => ({
    from: new Date(Date.now() - from * dayMs).toISOString(),
    to: new Date(Date.now() - to * dayMs).toISOString(),
  })
  const { entity, compareEntities, kestrel } = await api.data(
    `query ($crisis: RangeInput!, $recovery: RangeInput!, $month: RangeInput!) {
       entity(name: "Bluebird Air") {
         crisis: sentiment(range: $crisis) { netSentiment { value sampling { value } } }
         recovery: sentiment(range: $recovery) { netSentiment { value sampling { value } } }
         trend(range: $month, interval: DAY) { isSpike }
       }
       kestrel: entity(name: "Kestrel") { reliability { source } }
       compareEntities(names: ["Bluebird Air", "Kestrel", "Orbit Online"], range: $month) {
         pairs { difference { low high sampling { low high } } }
       }
     }`,
    { crisis: between(24, 19), recovery: between(12, 0), month: between(30, 0) },
  )
  const [crisis, recovery] = [entity.crisis.netSentiment, entity.recovery.netSentiment]
  expect(crisis.sampling.value).toBeLessThan(-0.5)
  expect(recovery.sampling.value).toBeGreaterThan(0)
  expect(crisis.value).toBeLessThan(recovery.value)
  expect(entity.trend.filter(({ isSpike }: { isSpike: boolean | null }) => isSpike === true).length).toBeGreaterThan(2)
  // In the first comparison that the page shows, the labels of the model have a difference, and one that may be chance.
  const isClear = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0
  const differences = compareEntities.pairs.map(({ difference }: (typeof compareEntities.pairs)[0]) => difference)
  const verdicts = differences.map(({ sampling }: (typeof differences)[0]) => isClear(sampling))
  expect(new Set(verdicts)).toEqual(new Set([true, false]))
  expect(kestrel.reliability.source).toBe('HUMAN_LABELS')
})
