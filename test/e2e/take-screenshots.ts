/**
 * Takes the screenshots in `docs/screenshots/` from a running server: `npm run screenshots -- http://127.0.0.1:4000`. They show its stored
 * data. Entities to show follow the address: the first one has its own page, and all are compared.
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { scriptCommand } from '../../src/process/script-command.ts'
import { launchBrowser } from './browser.ts'

const [origin = 'http://127.0.0.1:4000', ...names] = scriptCommand(
  'screenshots',
  'Takes the screenshots in docs/screenshots/ from a running server.',
)
  .argument('[address]', 'address of the server (default: http://127.0.0.1:4000)')
  .argument('[entities...]', 'entities to show')
  .parse().args
const directory = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const [first = ''] = names
const compared = names.map(name => `names=${encodeURIComponent(name)}`).join('&')

interface Picture {
  readonly name: string
  readonly path: string
  readonly height: number
}

const PICTURES: readonly Picture[] = [
  { name: 'overview', path: '/?tz=UTC', height: 760 },
  ...(names.length === 0
    ? []
    : [
        { name: 'entity', path: `/entities/${encodeURIComponent(first)}?tz=UTC`, height: 1180 },
        { name: 'compare', path: `/compare?tz=UTC&${compared}`, height: 1000 },
      ]),
  { name: 'models', path: '/models', height: 1180 },
  { name: 'try-it', path: '/try-it?text=I+love+the+camera+but+the+battery+is+a+disgrace&entity=Kestrel', height: 560 },
  { name: 'import', path: '/import', height: 560 },
]

const LOOKS = [
  { suffix: '', width: 1280, colorScheme: 'light' },
  { suffix: '-dark', width: 1280, colorScheme: 'dark' },
  { suffix: '-narrow', width: 390, colorScheme: 'light' },
] as const

await mkdir(directory, { recursive: true })
const browser = await launchBrowser()
for (const { suffix, width, colorScheme } of LOOKS) await takeDashboard(browser, suffix, width, colorScheme)
await takePlayground(browser)
await browser.close()

async function takeDashboard(browser: Browser, suffix: string, width: number, colorScheme: 'light' | 'dark') {
  const page = await browser.newPage({ colorScheme, timezoneId: 'UTC' })
  for (const { name, path, height } of PICTURES) {
    await page.setViewportSize({ width, height: width < 800 ? 844 : height })
    await page.goto(`${origin}${path}`)
    await untilDrawn(page)
    await page.screenshot({ path: `${directory}${name}${suffix}.png` })
  }
  await page.close()
}

async function untilDrawn(page: Page): Promise<void> {
  await page.locator('h1').waitFor()
  // A page that adapts its range or interval to the data sends another query.
  await page.waitForTimeout(500)
  while ((await page.locator('[aria-busy="true"]').count()) > 0) await page.waitForTimeout(100)
}

async function takePlayground(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${origin}/graphql`)
  await page.locator('.graphiql-query-editor .view-line').first().waitFor()
  await page.getByRole('button', { name: /execute query/i }).click()
  await page.getByText('"POSITIVE"').first().waitFor()
  await page.screenshot({ path: `${directory}playground.png` })
}
