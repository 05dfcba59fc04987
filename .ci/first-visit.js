// What a first visitor does, against the built server: start, classify, ask, stop, start again, find everything still there.
//   node .ci/first-visit.js COMMAND...      for instance: node .ci/first-visit.js npm start
// DATABASE_URL, when set, is handed on; otherwise the embedded database starts in a directory of its own.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const command = process.argv.slice(2)
const port = 4000 + Math.floor(Math.random() * 20_000)
const origin = `http://127.0.0.1:${port}`
const directory = mkdtempSync(path.join(tmpdir(), 'first-visit-'))
// Temporary directories are closed to others, and as root the database runs as another user.
chmodSync(directory, 0o711)
const environment = { ...process.env, PORT: String(port), PULSO_DATA_DIR: path.join(directory, 'data') }
const entity = `Brand ${port}`

async function start() {
  const startedAt = performance.now()
  const server = spawn(command[0], command.slice(1), { env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
  const exited = new Promise(resolve => server.once('exit', (code, signal) => resolve(code ?? signal)))
  for (;;) {
    const isReady = await fetch(`${origin}/health/ready`).then(
      response => response.ok,
      () => false,
    )
    if (isReady) break
    assert.equal(server.exitCode, null, 'the server ended before it was ready')
    assert.ok(performance.now() - startedAt < 60_000, 'the server was not ready after a minute')
    await sleep(20)
  }
  console.log(`ready after ${Math.round(performance.now() - startedAt)} ms`)
  return async () => {
    server.kill('SIGTERM')
    assert.equal(await exited, 0, 'SIGTERM should end the server with exit code 0')
    await assert.rejects(fetch(origin), 'nothing should listen any more, whoever passed the signal on')
    assert.ok(!existsSync(path.join(directory, 'data/postgres/postmaster.pid')), 'the database should be stopped')
  }
}

async function ask(query, variables) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  assert.equal(errors, undefined, JSON.stringify(errors))
  return data
}

const CLASSIFY = `mutation ($input: ClassifyInput!) { classify(input: $input) {
  classification { id label confidence entity { name } model { version } } userErrors { code message field } } }`
const SENTIMENT = 'query ($name: String!) { entity(name: $name) { name sentiment { counts { total } } } }'

let stop = await start()
const { classify } = await ask(CLASSIFY, { input: { text: 'I love the new one, it is amazing', entity } })
assert.deepEqual(classify.userErrors, [])
assert.equal(classify.classification.entity.name, entity)
console.log(JSON.stringify(classify.classification))

const playground = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } })
assert.equal(playground.status, 200)
assert.match(await playground.text(), /Pulso playground/)
await stop()

stop = await start()
const { entity: found } = await ask(SENTIMENT, { name: entity })
assert.equal(found.sentiment.counts.total, 1, 'the tweet should still be there after a restart')
await stop()
rmSync(directory, { recursive: true, force: true })
console.log('first visit: all as expected')
