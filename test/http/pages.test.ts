import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPages } from '../../src/http/pages.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-pages-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function get(path: string) {
  const app = Fastify()
  await addPages(app, directory)
  const response = await app.inject({ method: 'GET', url: path })
  await app.close()
  return response
}

async function build(): Promise<void> {
  await mkdir(join(directory, 'playground'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'playground', 'index.html'), '<title>The playground</title>')
  await writeFile(join(directory, 'assets', 'main-1a2b.js'), 'start()')
  await writeFile(join(directory, 'secret.txt'), 'for nobody')
}

test('the playground is a page that browsers ask for anew', async () => {
  await build()
  const { statusCode, headers, body } = await get('/graphql')
  expect([statusCode, body]).toEqual([200, '<title>The playground</title>'])
  expect(headers['content-type']).toContain('text/html')
  expect(String(headers['cache-control'] ?? '')).not.toContain('immutable')
})

test('what it loads is kept by browsers, as its name changes with its contents', async () => {
  await build()
  const { statusCode, headers, body } = await get('/assets/main-1a2b.js')
  expect([statusCode, body]).toEqual([200, 'start()'])
  expect(headers['content-type']).toContain('javascript')
  expect(headers['cache-control']).toContain('immutable')
})

test.each(['/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%2fsecret.txt', '/secret.txt', '/assets/'])(
  '%s leads nowhere',
  async path => {
    await build()
    const { statusCode, body } = await get(path)
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('for nobody')
  },
)

test('where the page was not built it says how, and the API is not in the way', async () => {
  const { statusCode, body } = await get('/graphql')
  expect([statusCode, body]).toEqual([200, expect.stringContaining('npm run build')])
})
