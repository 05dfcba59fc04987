// Starts the built server with an empty store, and runs real clients against it: a copy of test/clients with its packages.
//   node .ci/clients.js DIRECTORY
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const [copy] = process.argv.slice(2)
const directory = mkdtempSync(path.join(tmpdir(), 'clients-'))
chmodSync(directory, 0o711)
const server = spawn(process.execPath, ['bin/pulso.js', 'serve'], {
  env: { ...process.env, PORT: '0', DATABASE_URL: '', PULSO_DATA_DIR: path.join(directory, 'data') },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let url
for await (const line of createInterface({ input: server.stdout })) {
  url = /^ *API +(http:\S+)\/graphql/.exec(line)?.[1]
  if (url !== undefined) break
}
const clients = spawn(process.execPath, [path.join(copy, 'main.mjs'), url, path.resolve('schema.graphql')], {
  stdio: 'inherit',
})
const [code] = await once(clients, 'exit')
server.kill('SIGTERM')
await once(server, 'exit')
rmSync(directory, { recursive: true, force: true })
process.exitCode = code ?? 1
