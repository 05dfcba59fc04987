import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const BUILT = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const MAX_GZIP_BYTES = 150_000

const read = (path: string) => readFile(`${BUILT}${path}`, 'utf8')
const scriptsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')

/** The scripts of a page, including their static and dynamic imports. */
async function scriptsOf(page: string): Promise<Map<string, string>> {
  const loaded = new Map<string, string>()
  const open = scriptsIn(await read(page), /(?:src|href)="\/assets\/([^"]+\.js)"/g)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (loaded.has(name)) continue
    const script = await read(`assets/${name}`)
    loaded.set(name, script)
    open.push(...scriptsIn(script, /["'`]\.\/([\w.-]+\.js)["'`]/g))
  }
  return loaded
}

test('the compressed JavaScript of the dashboard is below 150 kB', async () => {
  const scripts = await scriptsOf('index.html')
  const bytes = [...scripts.values()].reduce((sum, script) => sum + gzipSync(script).length, 0)
  expect(scripts.size).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(MAX_GZIP_BYTES)
})

test('it excludes the playground and its editor', async () => {
  const [dashboard, playground] = [await scriptsOf('index.html'), await scriptsOf('playground/index.html')]
  expect([...playground.keys()].some(name => name.startsWith('monaco'))).toBe(true)
  expect([...dashboard.keys()].filter(name => /monaco|playground/.test(name))).toEqual([])
})
