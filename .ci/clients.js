// Starts the built server with an empty store, open and with keys, and runs real clients against it: a copy of test/clients with its packages.
//   node .ci/clients.js DIRECTORY
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const [copy] = process.argv.slice(2)
const directory = mkdtempSync(path.join(tmpdir(), 'clients-'))
chmodSync(directory, 0o711)
const env = { ...process.env, PORT: '0', DATABASE_URL: '', PULSO_DATA_DIR: path.join(directory, 'data') }

async function serve(access) {
  const server = spawn(process.execPath, ['bin/pulso.js', 'serve'], {
    env: { ...env, PULSO_AUTH: access },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^ *API +(http:\S+)\/graphql/.exec(line)?.[1]
    if (url !== undefined) return { server, url }
  }
  throw new Error('The server did not start.')
}

const open = await serve('open')
const create = ['bin/pulso.js', 'keys', 'create', 'clients', '--scope', 'CLASSIFY']
const key = execFileSync(process.execPath, create, { env, encoding: 'utf8' }).trim()
const closed = await serve('keys')
const main = [path.join(copy, 'main.mjs'), open.url, path.resolve('schema.graphql'), closed.url, key]
const clients = spawn(process.execPath, main, { stdio: 'inherit' })
const [code] = await once(clients, 'exit')
for (const { server } of [closed, open]) {
  server.kill('SIGTERM')
  await once(server, 'exit')
}
rmSync(directory, { recursive: true, force: true })
process.exitCode = code ?? 1
