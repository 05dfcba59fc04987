import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../api/start-api.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { storeLabels } from '../support/store-labels.ts'
import { launchBrowser, noBrowser } from './browser.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const DAY_MS = 24 * 3_600_000

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}

/** Synthetic tweets of the last days, some easy for the model and some hard. */
const TEXTS = [
  'I love it, best purchase this year',
  'This is awful, it broke after a day and support hung up on me',
  'The quarterly figures come out on Thursday',
  'What a great update, thank you so much',
  'Worst service ever, I hate waiting',
]
const tweets = (now: number) =>
  Array.from({ length: 60 }, (_, index) => ({
    text: `${TEXTS[index % TEXTS.length]} (${index})`,
    entity: index % 3 === 0 ? 'Xbox' : 'Johnson & Johnson',
    author: index % 2 === 0 ? 'ana' : 'ben',
    postedAt: new Date(now - (1 + (index % 5)) * DAY_MS).toISOString(),
    externalId: `dashboard-${index}`,
  }))

describe('the dashboard in Chromium', skippedBecause(noBrowser), () => {
  let api: TestApi
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const askedHosts = new Set<string>()
  const complaints: string[] = []

  const watch = (watched: Page) => {
    watched.on('request', request => {
      const url = new URL(request.url())
      if (url.protocol.startsWith('http')) askedHosts.add(url.origin)
    })
    watched.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    watched.on('pageerror', error => complaints.push(error.message))
  }
  const settled = (where = page) => expect.poll(() => where.locator('[aria-busy="true"]').count()).toBe(0)
  /** Opens an address and waits until nothing is loaded any more. */
  const open = async (path: string, where = page) => {
    await where.goto(`${api.url}${path}`)
    await where.locator('h1').waitFor()
    await settled(where)
  }
  const sql = async (query: string): Promise<number> =>
    Number((await api.database.storage.pool.query<{ answer: string }>(query)).rows[0]?.answer)

  beforeAll(async () => {
    api = await startApi()
    browser = await launchBrowser()
    context = await browser.newContext({ timezoneId: 'Europe/Madrid' })
    page = await context.newPage()
    watch(page)
  })

  afterAll(async () => {
    await browser?.close()
    await api?.close()
  })

  test('a fresh installation shows the first steps', async () => {
    await open('/')
    await expect.poll(() => page.locator('h1').textContent()).toBe('No tweets yet')
    await expect.poll(() => page.getByText('npx pulso import').count()).toBe(1)
    await page.getByRole('link', { name: 'Try it' }).last().click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('Try it')
  })

  test('the overview has a row for each entity, with the numbers that SQL gives', async () => {
    await api.data(
      'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { message } } } }',
      { inputs: tweets(Date.now()) },
    )
    await open('/?range=7d')
    const row = page.getByRole('row', { name: /Johnson & Johnson/ })
    const of = (label: string) =>
      sql(`SELECT count(*) AS answer FROM classification c JOIN entity e ON e.id = c.entity_id
        WHERE e.name = 'Johnson & Johnson' AND c.label = '${label}'`)
    const [positive, negative] = [await of('POSITIVE'), await of('NEGATIVE')]
    expect(await row.locator('.cell-tweets').textContent()).toContain('40')
    expect(await row.getByRole('img', { name: /^Net sentiment/ }).getAttribute('aria-label')).toContain('n 40')
    expect(await row.locator('.cell-sentiment .estimate').getAttribute('title')).toMatch(
      new RegExp(`labels alone: .* n ${positive + negative}$`),
    )
    await expect.poll(() => row.getByRole('link', { name: /^Label tweets/ }).count()).toBe(1)
    expect(await row.getByRole('img', { name: /Positive/ }).getAttribute('aria-label')).toContain(
      `Positive ${positive} (`,
    )
    await expect.poll(() => page.getByText('60 tweets about 2 entities').count()).toBe(1)
  })

  test('a heading sorts by keyboard, and the address keeps the order', async () => {
    await open('/?range=7d')
    const names = () => page.locator('tbody .cell-name').allTextContents()
    expect(await names()).toEqual(['Johnson & Johnson', 'Xbox'])
    const heading = page.getByRole('button', { name: 'Tweets' })
    await heading.focus()
    await page.keyboard.press('Enter')
    await expect.poll(names).toEqual(['Xbox', 'Johnson & Johnson'])
    expect(await page.getByRole('columnheader', { name: /Tweets/ }).getAttribute('aria-sort')).toBe('ascending')
    await page.reload()
    await page.locator('tbody .cell-name').first().waitFor()
    expect(await names()).toEqual(['Xbox', 'Johnson & Johnson'])
  })

  test('a search finds part of a name, and says so if nothing matches', async () => {
    await open('/?range=7d')
    const search = page.getByRole('searchbox', { name: 'Search entities' })
    await search.fill('xbo')
    await expect.poll(() => page.locator('tbody .cell-name').allTextContents()).toEqual(['Xbox'])
    await search.fill('unknown')
    await page.getByText('No entity matches “unknown”.').waitFor()
  })

  test('if the last 30 days are empty, the page shows all time', async () => {
    await api.data(
      'mutation { classify(input: {text: "I loved it then", entity: "Walkman", postedAt: "1984-05-05T10:00:00Z"}) { userErrors { message } } }',
    )
    await open('/entities/Walkman')
    await page.waitForURL(/range=all/)
    await expect.poll(() => page.locator('.summary-value').textContent()).toBe('1')
  })

  test.each(['50 off', '50%20off', 'AT&T 100%', 'A/B?c#d%e&f', '100%25'])(
    'the link to %s opens its own page, and its words its own address',
    async name => {
      const text = `I love ${name}`
      await api.data('mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { message } } }', {
        input: { text, entity: name, postedAt: '1990-05-05T10:00:00Z' },
      })
      await open('/?range=all')
      await page.getByRole('searchbox', { name: 'Search entities' }).fill(name)
      await expect.poll(() => page.locator('tbody .cell-name').allTextContents()).toEqual([name])
      await page.reload()
      await settled()
      await expect.poll(() => page.locator('tbody .cell-name').allTextContents()).toEqual([name])
      await page.getByRole('link', { name, exact: true }).click()
      await page.locator('.summary-value').first().waitFor()
      await expect.poll(() => page.locator('h1').textContent()).toBe(name)
      await expect.poll(() => page.locator('.tweet-text').allTextContents()).toEqual([text])
      await page.getByRole('link', { name: 'Compare with others' }).click()
      await page.getByRole('button', { name: `Remove ${name}`, exact: true }).waitFor()
      await api.database.storage.pool.query('DELETE FROM tweet WHERE text = $1', [text])
    },
  )

  test('the trend of an entity adds up to what SQL counts, and arrow keys read it', async () => {
    await open('/entities/Johnson%20%26%20Johnson?range=7d&tz=UTC')
    await page.getByText('Show as a table').click()
    const cells = await page.locator('.as-table tbody tr td:nth-child(2)').allTextContents()
    expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(40)
    const chart = page.getByRole('slider')
    await chart.focus()
    const values = new Set<string | null>()
    for (let step = 0; step < 4; step += 1) {
      values.add(await chart.getAttribute('aria-valuetext'))
      await page.keyboard.press('ArrowLeft')
    }
    expect(values.size).toBe(4)
    expect([...values].join(' ')).toMatch(/8 tweets: .*net sentiment [+−]\d/)
    await page.getByRole('radio', { name: 'Hours' }).check()
    await settled()
    expect(page.url()).toContain('interval=HOUR')
  })

  test('the tweets are filtered and paged, and show their confidence', async () => {
    await open('/entities/Johnson%20%26%20Johnson?range=7d')
    const items = page.locator('.tweet')
    await expect.poll(() => items.count()).toBe(20)
    await page.getByRole('button', { name: 'Load more tweets' }).click()
    await expect.poll(() => items.count()).toBe(40)
    await page.getByRole('combobox', { name: 'Label' }).selectOption('NEGATIVE')
    await settled()
    const negative = await sql(`SELECT count(*) AS answer FROM classification c JOIN entity e ON e.id = c.entity_id
      WHERE e.name = 'Johnson & Johnson' AND c.label = 'NEGATIVE'`)
    await expect.poll(() => page.locator('#tweets-title').textContent()).toBe(`Tweets ${negative}`)
    expect(new Set(await page.locator('.tweet .label-mark').allTextContents())).toEqual(new Set(['▼Negative']))
    expect(await page.locator('.tweet-label').first().textContent()).toMatch(/\d+ % confident/)
    await page.getByRole('searchbox', { name: 'Author' }).fill('unknown')
    await page.getByText('No tweet matches in this time range.').waitFor()
  })

  test('the words behind a label are highlighted in its tweet, and listed', async () => {
    await open('/entities/Johnson%20%26%20Johnson?range=7d&label=POSITIVE')
    const item = page.locator('.tweet').first()
    const text = await item.locator('.tweet-text').textContent()
    await item.getByText('Why?').click()
    await item.locator('mark.highlight-for').first().waitFor()
    expect(await item.locator('.tweet-text').textContent()).toBe(text)
    expect(await item.locator('.contributions').textContent()).toMatch(/For Positive: “.+” \+0\.\d\d/)
  })

  test('terms list the tweets that have them, and all matching tweets can be downloaded', async () => {
    // Words are indexed after the tweets are stored.
    await expect
      .poll(
        async () => {
          await open('/entities/Johnson%20%26%20Johnson?range=7d')
          return page.locator('.term-list button').count()
        },
        { timeout: 25_000 },
      )
      .toBeGreaterThan(0)
    const term = page.locator('.term-list li').first()
    const count = Number((await term.locator('.figure').textContent())?.replace('n ', ''))
    await term.getByRole('button').click()
    await expect.poll(() => page.locator('.tweet').count()).toBeGreaterThanOrEqual(Math.min(20, count))
    await page.getByRole('searchbox', { name: 'Words' }).fill('')
    await expect
      .poll(() => page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href'))
      .not.toMatch(/text/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: true }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(41)
  })

  test('while words wait to be counted, the page says so, and repeats the query until they are', async () => {
    const { pool } = api.database.storage
    await pool.query(
      "UPDATE indexing_lease SET runner_id = gen_random_uuid(), leased_until = now() + interval '1 hour'",
    )
    await pool.query("INSERT INTO indexing_queue (tweet_ids, queued_at) VALUES ('{}', now() - interval '1 minute')")
    const said = page.getByText('Words are still being counted')
    await open('/entities/Xbox?range=7d')
    await expect.poll(() => said.count()).toBe(1)
    await pool.query('UPDATE indexing_lease SET runner_id = NULL, leased_until = NULL')
    await expect.poll(() => said.count(), { timeout: 25_000 }).toBe(0)
  })

  test('entities are compared side by side, and in words', async () => {
    await open('/entities/Xbox?range=7d')
    await page.getByRole('link', { name: 'Compare with others' }).click()
    await page.getByRole('combobox', { name: 'Add an entity' }).fill('Johnson & Johnson')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What holds up' }).waitFor()
    await expect.poll(() => page.locator('.compare-rows tbody tr').count()).toBe(2)
    expect(await page.locator('.pair-list li').textContent()).toMatch(
      /Sentiment is better towards|No significant difference/,
    )
    await expect.poll(() => page.locator('.compare-rows tbody tr').first().textContent()).toContain('33.3 %')
    await page.getByRole('button', { name: 'Remove Xbox' }).click()
    await expect.poll(() => page.locator('.compare-rows tbody tr').count()).toBe(1)
    await page.goBack()
    await expect.poll(() => page.locator('.compare-rows tbody tr').count()).toBe(2)
  })

  test('a tweet that another client stores appears, and the figures follow', async () => {
    await open('/?range=7d')
    await page.waitForTimeout(500)
    await api.data(
      'mutation { classify(input: {text: "Live from the fair, what a lovely stand", entity: "Xbox"}) { classification { id } } }',
    )
    await page.locator('.ticker-text', { hasText: 'Live from the fair' }).waitFor()
    await expect
      .poll(() => page.getByRole('row', { name: /Xbox/ }).locator('.cell-tweets').textContent(), { timeout: 20_000 })
      .toContain('21')
    await page.getByRole('button', { name: 'Pause' }).click()
    expect(await page.getByRole('button', { name: 'Resume' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('what was loaded stays when figures follow, and after a reload', { timeout: 90_000 }, async () => {
    const { storage } = api.database
    const at = new Date(Date.now() - DAY_MS).toISOString()
    for (let number = 0; number < 110; number += 1) {
      await storeLabels(storage, { entity: `Small ${number}`, labels: [1, 0, 0, 0], at })
    }
    const rows = () => page.locator('tbody .cell-name').count()
    const tweetsOf = (name: string) =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name, exact: true }) })
        .locator('.cell-tweets')
        .textContent()
    const classify = (text: string, entity: string) =>
      api.data('mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { message } } }', {
        input: { text, entity },
      })
    await open('/?range=7d')
    expect(await rows()).toBe(100)
    await page.getByRole('button', { name: 'Load more entities' }).click()
    await expect.poll(rows).toBeGreaterThan(110)
    const all = await rows()
    await classify('They have a second one now', 'Small 7')
    await expect.poll(() => tweetsOf('Small 7'), { timeout: 25_000 }).toContain('2')
    expect(await rows()).toBe(all)
    await page.reload()
    await expect.poll(rows).toBe(all)
    // Another order is another list.
    await page.getByRole('button', { name: 'Entity' }).click()
    await expect.poll(rows).toBe(100)
    await expect.poll(() => page.url()).not.toContain('pages=')

    await open('/entities/Johnson%20%26%20Johnson?range=7d')
    const items = page.locator('.tweet')
    await page.getByRole('button', { name: 'Load more tweets' }).click()
    await expect.poll(() => items.count()).toBe(40)
    await classify('What a lovely little plaster', 'Johnson & Johnson')
    await page.locator('.tweet-text', { hasText: 'little plaster' }).waitFor({ timeout: 20_000 })
    await expect.poll(() => items.count()).toBe(40)
    await page.getByRole('combobox', { name: 'Time range' }).selectOption('30d')
    await page.waitForURL(/range=30d/)
    await settled()
    await expect.poll(() => items.count()).toBe(40)
    await storage.pool.query("DELETE FROM tweet WHERE text LIKE 'Small %' OR text IN ($1, $2)", [
      'They have a second one now',
      'What a lovely little plaster',
    ])
    await storage.pool.query("DELETE FROM entity WHERE name LIKE 'Small %'")
  })

  test('the models page marks leaky evaluations, and opens one in full', async () => {
    await open('/models')
    await page.getByRole('link', { name: /seed-lstm/ }).click()
    await settled()
    await expect.poll(() => page.locator('.evaluation-leaky').count()).toBeGreaterThan(0)
    await expect.poll(() => page.locator('.evaluation-leaky').first().textContent()).toContain('leaky')
    await page.locator('.evaluation-leaky button').first().click()
    await page.getByText('These figures do not hold for new tweets.').waitFor()
    await page.locator('.confusion').waitFor()
    await expect.poll(() => page.locator('.reliability-dot').count()).toBeGreaterThan(3)
  })

  test('the models page says how often intervals hold, and how many labels they need', async () => {
    await open('/models')
    const estimates = page.getByRole('region', { name: 'Estimates of net sentiment' })
    await estimates.getByRole('row', { name: /^0 .*98\.2 %/ }).waitFor()
    await estimates.getByRole('row', { name: /^±0\.20 about \d+$/ }).waitFor()
    await estimates.getByRole('row', { name: /Negative ×\d/ }).waitFor()
    await page.getByRole('link', { name: /seed-lstm/ }).click()
    await estimates.getByText('its errors were not measured').waitFor()
  })

  test('typed text is classified, only the latest one, and the address keeps it', async () => {
    await open('/try-it')
    await page.getByRole('textbox', { name: 'Tweet' }).pressSequentially('I love this phone', { delay: 15 })
    await page.locator('.prediction-label').waitFor()
    await expect.poll(() => page.locator('.prediction-label .label-mark').textContent()).toBe('▲Positive')
    await page.getByRole('textbox', { name: 'Tweet' }).fill('I hate this phone, it is terrible')
    await expect.poll(() => page.locator('.prediction-label .label-mark').textContent()).toBe('▼Negative')
    expect(new URL(page.url()).searchParams.get('text')).toBe('I hate this phone, it is terrible')
    expect(await sql('SELECT count(*) AS answer FROM tweet')).toBe(62)
  })

  test('the page to try it marks the entities of the text, and one can be chosen', async () => {
    await open('/try-it')
    await page.getByRole('textbox', { name: 'Tweet' }).fill('\u{1f600} I love Netflix, but Sony is garbage')
    const marks = () =>
      page.locator('.found').evaluateAll(found => found.map(({ className, textContent }) => [className, textContent]))
    await expect.poll(marks).toEqual([
      ['found found-positive', 'Netflix'],
      ['found found-negative', 'Sony'],
    ])
    await page.getByRole('button', { name: 'Sony' }).click()
    await expect.poll(() => page.locator('.prediction-label .label-mark').textContent()).toBe('▼Negative')
    expect(new URL(page.url()).searchParams.get('entity')).toBe('Sony')
  })

  test('an error is shown, with a way to try again', async () => {
    const other = await context.newPage()
    await other.route('**/graphql', route => route.abort())
    await other.goto(`${api.url}/`)
    await other.getByRole('alert').waitFor()
    expect(await other.getByRole('alert').textContent()).toContain('The server does not respond')
    await other.unroute('**/graphql')
    await other.getByRole('button', { name: 'Try again' }).click()
    await other.getByRole('row', { name: /Xbox/ }).waitFor()
    expect(await other.getByRole('alert').count()).toBe(0)
    await other.close()
  })

  test('the first key skips the navigation, and a wrong address has a page that says so', async () => {
    await open('/?range=7d')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await open('/models/none@000000000000')
    await expect.poll(() => page.getByText('Version none@000000000000 does not exist.').count()).toBe(1)
  })

  test('the chosen theme stays', async () => {
    await open('/?range=7d')
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const light = await background()
    await page.getByRole('combobox', { name: 'Colour theme' }).selectOption('dark')
    expect(await background()).not.toBe(light)
    await page.reload()
    expect(await background()).not.toBe(light)
    await page.getByRole('combobox', { name: 'Colour theme' }).selectOption('system')
  })

  test('after a failure, there is one error, and no figures of another range', async () => {
    await open('/entities/Xbox?range=7d')
    await expect.poll(() => page.locator('.summary-value').count()).toBeGreaterThan(0)
    await page.route('**/graphql', route => route.abort())
    await page.getByRole('combobox', { name: 'Time range' }).selectOption('90d')
    await page.getByRole('alert').waitFor()
    await settled()
    await expect.poll(() => page.getByRole('alert').count()).toBe(1)
    for (const figures of ['.summary-value', '.term-list', '.tweet'])
      expect(await page.locator(figures).count()).toBe(0)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.tweet').first().waitFor()
    await page.locator('.summary-value').first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    complaints.splice(0)
  })

  const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2)

  test('long names wrap, on a phone and at twice the size, and the range menu keeps its words', async () => {
    await storeLabels(api.database.storage, { entity: LONG, labels: [2, 0, 1, 0], at: new Date().toISOString() })
    const paths = ['/?range=7d', `/entities/${LONG}?range=7d`, `/compare?names=${LONG}&names=Xbox&range=7d`]
    for (const width of [390, 720]) {
      const other = await browser.newPage({ viewport: { width, height: 844 } })
      for (const path of [...paths, '/entities/nothing-of-'.concat(LONG)]) {
        await open(path, other)
        expect(
          await other.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
          `${path} at ${width}`,
        ).toBe(0)
      }
      await open('/entities/Xbox?from=2026-01-01&to=2026-01-31', other)
      const menu = await other.getByRole('combobox', { name: 'Time range' }).boundingBox()
      expect(menu?.width).toBeGreaterThan(110)
      await other.close()
    }
  })

  test('a phone shows which version of a model its figures are of', async () => {
    const other = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await open('/models', other)
    const shown = await other.locator('.model-list a[aria-current]').boundingBox()
    expect((shown?.x ?? 390) + (shown?.width ?? 0)).toBeLessThanOrEqual(390)
    await other.close()
  })

  test('forced colours tell the chosen interval, version and page', async () => {
    const other = await browser.newPage({ forcedColors: 'active' })
    await open('/entities/Xbox?range=7d', other)
    const styles = (selector: string, property: string) =>
      other.evaluate<string[]>(
        `[...document.querySelectorAll('${selector}')].map(found => getComputedStyle(found).${property})`,
      )
    const chosen = await styles('.choices input:checked + span', 'backgroundColor')
    expect(await styles('.choices input:not(:checked) + span', 'backgroundColor')).not.toContain(chosen[0])
    const current = await styles('.header-pages a[aria-current]', 'borderBottomColor')
    expect(await styles('.header-pages a:not([aria-current])', 'borderBottomColor')).not.toContain(current[0])
    await open('/models', other)
    const [shown] = await styles('.model-list a[aria-current]', 'outlineStyle')
    expect(await styles('.model-list a:not([aria-current])', 'outlineStyle')).not.toContain(shown)
    await open('/compare?names=Xbox&range=7d', other)
    expect(await styles('.name-chip', 'borderTopColor')).not.toContain('rgba(0, 0, 0, 0)')
    await other.close()
  })

  test('lines of a comparison have other colours than labels, and shapes of their own', async () => {
    await open('/compare?names=Xbox&names=Johnson%20%26%20Johnson&names=Walkman&range=7d')
    const marks = '.legend .series-point'
    const shapes = await page.locator(marks).evaluateAll(found => found.map(mark => mark.getAttribute('d')))
    expect(new Set(shapes).size).toBe(3)
    const colours = await page.evaluate<string[]>(
      `[...document.querySelectorAll('${marks}')].map(mark => getComputedStyle(mark).fill)`,
    )
    // The blue and the orange of the labels.
    for (const taken of ['rgb(47, 116, 207)', 'rgb(214, 90, 31)']) expect(colours).not.toContain(taken)
  })

  const PAGES = [
    '/?range=7d',
    '/entities/Xbox?range=7d',
    '/compare?names=Xbox&names=Walkman&range=7d',
    '/models',
    '/try-it?text=I%20love%20Netflix%20but%20Sony%20is%20garbage',
    '/import',
  ]

  const LOOKS = [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const

  test.each(PAGES.flatMap(path => LOOKS.map(look => ({ path, ...look }))))(
    '$path has no serious accessibility violation and fits its window: $colorScheme, $width pixels wide',
    async ({ path, colorScheme, width }) => {
      const other = await browser.newPage({ colorScheme, viewport: { width, height: 844 } })
      watch(other)
      await open(path, other)
      expect(await other.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      )
      // The page's policy forbids added scripts. Scripts that a test evaluates are not subject to it.
      await other.evaluate(await readFile(AXE, 'utf8'))
      const { violations } = await other.evaluate<AxeAnswer>('axe.run()')
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)
      expect(serious).toEqual([])
      await other.close()
    },
  )

  test('no other host is contacted, and no rule of the content security policy is broken', () => {
    expect([...askedHosts]).toEqual([api.url])
    expect(complaints).toEqual([])
  })
})
