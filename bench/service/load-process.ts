/**
 * Puts load on a server with autocannon, in a separate process: one `Load` as JSON on standard input, one `LoadResult`
 * on standard output.
 */
import { json } from 'node:stream/consumers'
import autocannon from 'autocannon'
import { percentile } from '../../src/statistics/percentile.ts'
import type { Load, LoadResult } from './load.ts'

const { url, connections, seconds, bodies } = (await json(process.stdin)) as Load
let sent = 0
const options: autocannon.Options = {
  url,
  connections,
  requests: [
    {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      // One counter over all connections, so that no two of them send the same request.
      setupRequest: request => ({ ...request, body: bodies[sent++ % bodies.length] ?? '' }),
    },
  ],
  // A problem is reported in the response's body; only successful requests count.
  verifyBody: body => !`${body}`.includes('"code":'),
}
process.stdout.write(JSON.stringify(await run(seconds)))

async function run(duration: number): Promise<LoadResult> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon({ ...options, duration }, (error, done) => (error ? reject(error) : resolve(done)))
    // autocannon's own percentiles are rounded to milliseconds.
    instance.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
  const failures = result.non2xx + result.errors + result.timeouts + result.mismatches
  // The machine is so busy that no response came in time.
  if (times.length === 0 && failures === 0) return run(2 * duration)
  return {
    perSecond: (result['2xx'] - result.mismatches) / result.duration,
    failures,
    medianMs: percentile(times, 0.5) ?? Number.NaN,
    p99Ms: percentile(times, 0.99) ?? Number.NaN,
  }
}
