import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../api/start-api.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { launchBrowser, noBrowser } from './browser.ts'

describe('the playground in Chromium', skippedBecause(noBrowser), () => {
  let api: TestApi
  let browser: Browser
  let page: Page
  const askedHosts = new Set<string>()
  const complaints: string[] = []

  beforeAll(async () => {
    api = await startApi()
    browser = await launchBrowser()
    page = await browser.newPage()
    page.on('request', request => {
      const url = new URL(request.url())
      if (url.protocol.startsWith('http')) askedHosts.add(url.origin)
    })
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(`${api.url}/graphql`)
  })

  afterAll(async () => {
    await browser?.close()
    await api?.close()
  })

  test('opens with example queries in tabs, and the first one classifies a tweet', async () => {
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    await page.getByRole('button', { name: /execute query/i }).click()
    const answer = page.locator('.graphiql-response')
    await expect.poll(() => answer.textContent(), { timeout: 20_000 }).toMatch(/"classification":\s\{/)
    await expect.poll(() => page.getByRole('tab').count()).toBe(5)
    expect(await answer.textContent()).toMatch(/"name":\s"Xbox"/)
    const stored = await api.data('{ entity(name: "xbox") { sentiment { counts { total } } } }')
    expect(stored).toMatchObject({ entity: { sentiment: { counts: { total: 1 } } } })
  })

  test('shows the mutations in its documentation', async () => {
    await page
      .getByRole('button', { name: /documentation explorer/i })
      .first()
      .click()
    await page.getByRole('link', { name: 'Mutation' }).first().click()
    await expect.poll(() => page.locator('.graphiql-plugin').textContent()).toMatch(/classifyBatch/)
  })

  test('contacts no other host, and does not violate its content security policy', () => {
    expect([...askedHosts]).toEqual([api.url])
    expect(complaints).toEqual([])
  })

  test('forced colours show the button that runs a query, and which tab is open', async () => {
    const forced = await browser.newPage({ forcedColors: 'active' })
    await forced.goto(`${api.url}/graphql`)
    const run = forced.getByRole('button', { name: /execute query/i })
    await run.waitFor()
    const [border, mark, ground] = await forced.evaluate<string[]>(`(() => {
      const button = document.querySelector('.graphiql-execute-button')
      const { borderTopStyle, backgroundColor } = getComputedStyle(button)
      return [borderTopStyle, getComputedStyle(button.firstElementChild).color, backgroundColor]
    })()`)
    expect(border).toBe('solid')
    expect(mark).not.toBe(ground)
    const outlines = await forced.evaluate<string[]>(
      `[...document.querySelectorAll('.graphiql-tab')].map(tab => getComputedStyle(tab).outlineStyle)`,
    )
    expect(outlines.filter(outline => outline !== 'none')).toHaveLength(1)
    await forced.close()
  })
})
