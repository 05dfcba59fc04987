import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { skippedBecause } from '../support/skipped-because.ts'
import { startApi, type TestApi } from './start-api.ts'

const DASHBOARD = fileURLToPath(new URL('../../ops/grafana/pulso.json', import.meta.url))
let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** The value of each series, by its name and labels. */
async function scrape(): Promise<Readonly<Record<string, number>>> {
  const response = await fetch(`${api.url}/metrics`)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ])
  const lines = (await response.text()).split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )
}

const CLASSIFY = 'mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { code } } }'

describe('GET /metrics', () => {
  test('counts requests, operations by outcome, batches and commits', async () => {
    const before = await scrape()
    for (let number = 0; number < 3; number++) {
      await api.data(CLASSIFY, { input: { text: `I love it ${number}`, entity: 'Kaffeehaus' } })
    }
    const post = (query: string) =>
      fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    await post('{ geheimesFeld }')
    await post('{ entity(id: "x") { id } }')
    await post('{ classification(id: "x") { id } }')
    await fetch(`${api.url}/geheimer-pfad`)
    const after = await scrape()
    const grew = (series: string) => (after[series] ?? 0) - (before[series] ?? 0)
    const operations = (field: string, outcome: string) =>
      grew(`pulso_graphql_operation_duration_seconds_count{field="${field}",outcome="${outcome}"}`)
    expect(operations('classify', 'ok')).toBe(3)
    expect(operations('classification', 'BAD_USER_INPUT')).toBe(1)
    expect(operations('invalid', 'GRAPHQL_VALIDATION_FAILED')).toBe(2)
    expect(grew('pulso_http_request_duration_seconds_count{route="/graphql",method="POST",status="200"}')).toBe(4)
    expect(grew('pulso_inference_batch_mentions_sum')).toBe(3)
    expect(grew('pulso_commit_duration_seconds_count')).toBeGreaterThanOrEqual(3)
    expect(after).toMatchObject({ pulso_queued_mentions: 0 })
    const info = Object.keys(after).filter(series => series.startsWith('pulso_build_info'))
    expect(info).toEqual([expect.stringMatching(/model="pulso@[0-9a-f]{12}"/)])
    expect(Object.keys(after).filter(series => /geheim|Kaffeehaus/i.test(series))).toEqual([])
  })

  test('names everything that the dashboard draws', async () => {
    const names = new Set(Object.keys(await scrape()).map(series => series.replace(/\{.*/s, '')))
    const drawn = (await expressions()).flatMap(expression => expression.match(/\b(?:pulso|nodejs|process)_\w+/g) ?? [])
    expect(drawn.length).toBeGreaterThan(10)
    // A counter with labels has no series before its first event.
    expect(drawn.filter(name => !names.has(name) && name !== 'pulso_rejected_requests_total')).toEqual([])
  })
})

async function expressions(): Promise<readonly string[]> {
  const { panels } = JSON.parse(await readFile(DASHBOARD, 'utf8'))
  return panels.flatMap(({ targets }: { targets: { expr: string }[] }) => targets.map(({ expr }) => expr))
}

const hasPromtool = (() => {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe('Prometheus', skippedBecause(hasPromtool ? null : 'promtool is not installed'), () => {
  test('accepts the queries of the dashboard', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'pulso-promtool-'))
    const rules = (await expressions()).map((expression, index) => ({
      record: `drawn:${index}`,
      expr: expression.replaceAll('$__rate_interval', '1m'),
    }))
    // JSON is YAML as well.
    const path = join(directory, 'rules.yml')
    await writeFile(path, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }))
    expect(execFileSync('promtool', ['check', 'rules', path], { encoding: 'utf8' })).toContain(
      `SUCCESS: ${rules.length} rules found`,
    )
    const metrics = await (await fetch(`${api.url}/metrics`)).text()
    // Those of Node.js are of the library.
    const ours = metrics.split('\n').filter(line => /^(# (HELP|TYPE) )?pulso_/.test(line))
    execFileSync('promtool', ['check', 'metrics'], { input: `${ours.join('\n')}\n` })
    await rm(directory, { recursive: true })
  })
})
