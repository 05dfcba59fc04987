import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import { SEED_MODEL } from '../../src/models/default-model.ts'
import { median } from '../median.ts'
import { PROJECT } from '../project.ts'
import type { Tweet } from '../tweets/tweet.ts'
import type { Measurement } from './measurement.ts'

const REQUESTS = 10
const START_TIMEOUT_MS = 60_000

/**
 * Measures a Flask service that loads its model for each request, with one client; the first request is not counted.
 */
export async function measureReloadingService(
  python: string,
  tweets: readonly Tweet[],
  referenceCpuMicros: number,
): Promise<Measurement> {
  const port = await freePort()
  const service = spawn(
    python,
    [join('bench', 'peers', 'reloading_service.py'), join(MODELS_DIRECTORY, SEED_MODEL), `${port}`],
    { cwd: PROJECT, stdio: 'ignore' },
  )
  try {
    const url = `http://127.0.0.1:${port}`
    await untilAnswering(`${url}/cpu`)
    await classify(url, tweets[0])
    const [cpu, wall]: [number[], number[]] = [[], []]
    for (let request = 0; request < REQUESTS; request++) {
      const [startedAt, cpuBefore] = [performance.now(), await cpuSeconds(url)]
      await classify(url, tweets[Math.floor((request * tweets.length) / REQUESTS)])
      cpu.push(((await cpuSeconds(url)) - cpuBefore) * 1e6)
      wall.push((performance.now() - startedAt) * 1000)
    }
    const cpuMicrosPerTweet = Math.round(median(cpu))
    return {
      engine: 'flask-keras-reloading',
      model: SEED_MODEL,
      batch: 1,
      order: 'random',
      cpuMicrosPerTweet,
      low: Math.round(Math.min(...cpu)),
      high: Math.round(Math.max(...cpu)),
      rounds: REQUESTS,
      ratio: Number((cpuMicrosPerTweet / referenceCpuMicros).toPrecision(4)),
      version: 'Flask and Keras',
      wallMicrosPerTweet: Math.round(median(wall)),
    }
  } finally {
    service.kill()
  }
}

async function classify(url: string, tweet: Tweet | undefined): Promise<void> {
  const response = await fetch(`${url}/api/model-nlp/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: tweet?.text }),
  })
  if (!response.ok) throw new Error(`The Flask service responded with ${response.status}.`)
  await response.json()
}

async function cpuSeconds(url: string): Promise<number> {
  const { seconds } = (await (await fetch(`${url}/cpu`)).json()) as { seconds: number }
  return seconds
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS
  while (!(await fetch(url).catch(() => null))?.ok) {
    if (performance.now() > deadline) throw new Error('The Flask service did not start.')
    await wait(200)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}
