/** Puts load on a server with autocannon, in a process of its own: one `Load` as JSON on standard input, one `LoadResult` on standard output. */
import { json } from 'node:stream/consumers'
import autocannon from 'autocannon'
import { percentile } from '../../src/evaluation/percentile.ts'
import type { Load, LoadResult } from './load.ts'

const { url, connections, seconds, bodies } = (await json(process.stdin)) as Load
let sent = 0
const times: number[] = []
const options: autocannon.Options = {
  url,
  connections,
  duration: seconds,
  requests: [
    {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      // Over all connections, so that no two of them send the same.
      setupRequest: request => ({ ...request, body: bodies[sent++ % bodies.length] ?? '' }),
    },
  ],
  // A problem stands in the answer's body; only what was done counts.
  verifyBody: body => !`${body}`.includes('"code":'),
}
const result = await new Promise<autocannon.Result>((resolve, reject) => {
  const instance = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
  // autocannon's own percentiles are whole milliseconds.
  instance.on('response', (_client, _status, _bytes, time) => times.push(time))
})
const answer: LoadResult = {
  perSecond: (result['2xx'] - result.mismatches) / result.duration,
  failures: result.non2xx + result.errors + result.timeouts + result.mismatches,
  medianMs: percentile(times, 0.5) ?? Number.NaN,
  p99Ms: percentile(times, 0.99) ?? Number.NaN,
}
process.stdout.write(JSON.stringify(answer))
