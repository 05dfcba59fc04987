/** Makes the pictures in `docs/screenshots/` from a running server: `npm run screenshots -- http://127.0.0.1:4000`. */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from './browser.ts'

const origin = process.argv[2] ?? 'http://127.0.0.1:4000'
const directory = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

await mkdir(directory, { recursive: true })
const browser = await launchBrowser()
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
await page.goto(`${origin}/graphql`)
await page.locator('.graphiql-query-editor .view-line').first().waitFor()
await page.getByRole('button', { name: /execute query/i }).click()
await page.getByText('"POSITIVE"').first().waitFor()
await page.screenshot({ path: `${directory}playground.png` })
await browser.close()
