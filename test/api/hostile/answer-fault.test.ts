import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { answerFault } from './answer-fault.ts'

const answer = (status: number, text: string, retryAfter?: string) => ({ status, text, retryAfter })

test.each([
  [answer(500, '{}'), /Status 500/],
  [answer(503, '{}'), /Status 503/],
  [answer(200, '{"errors":[{"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}'), /INTERNAL_SERVER_ERROR/],
  [answer(400, 'Error: x\\n    at run (/srv/pulso/src/serve.ts:12:3)'), /a stack/],
  [answer(400, 'cannot open /var/lib/pulso/uploads'), /a path/],
  [answer(400, 'SELECT id FROM tweet'), /SQL/],
  [answer(400, 'Invalid `prisma.entity.findMany()` invocation'), /Prisma/],
  [answer(400, 'connect ECONNREFUSED'), /operating system/],
  [answer(400, "Cannot read properties of undefined (reading 'x')"), /JavaScript/],
])('%j is a finding', (given, fault) => {
  expect(answerFault(given)).toMatch(fault)
})

test.each([
  answer(503, '{"detail":"Try again in a moment."}', '1'),
  answer(404, '{"detail":"This path does not exist."}'),
  answer(200, '{"data":{"entity":{"name":"../../etc/passwd"}}}'),
])('%j is none', given => {
  expect(answerFault(given)).toBeNull()
})

test('a stall of the event loop is reported, and waiting is not', async () => {
  const watch = new URL('watch-process.mjs', import.meta.url).href
  const program = `
    setInterval(() => {}, 5)
    process.once('message', () => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 800)
      setTimeout(() => {
        const end = process.cpuUsage().user + 900_000
        while (process.cpuUsage().user < end) for (let count = 0; count < 1e6; count++);
      }, 100)
    })`
  const child = spawn(process.execPath, ['--import', watch, '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const stalls: number[] = []
  const stalled = new Promise<void>(resolve => {
    child.on('message', (message: { kind: string; cpuMs: number }) => {
      if (message.kind !== 'stall') return
      stalls.push(message.cpuMs)
      resolve()
    })
  })
  child.send('measure')
  await stalled
  child.kill()
  await once(child, 'exit')
  expect(stalls).toHaveLength(1)
  expect(stalls[0]).toBeGreaterThan(500)
})
