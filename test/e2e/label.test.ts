import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../api/start-api.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { storeLabels } from '../support/store-labels.ts'
import { launchBrowser, noBrowser } from './browser.ts'

describe('labelling in Chromium', skippedBecause(noBrowser), () => {
  let api: TestApi
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    api = await startApi()
    await storeLabels(api.database.storage, {
      entity: 'C&A / Kids',
      labels: [40, 10, 10, 0],
      at: '2026-03-10T10:00:00Z',
    })
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    page.setDefaultTimeout(10_000)
    page.on('pageerror', error => complaints.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    await api?.close()
  })

  const stored = async () =>
    (
      await api.database.storage.pool.query(
        `SELECT label, origin FROM current_label WHERE annotator = 'ann' ORDER BY labelled_at`,
      )
    ).rows

  const shown = () => page.locator('.label-text').innerText()

  test('a queue is labelled by keyboard on a phone, with undo, skipping and an outage', {
    timeout: 120_000,
  }, async () => {
    await page.goto(`${api.url}/entities/${encodeURIComponent('C&A / Kids')}?range=all`)
    await page.getByRole('link', { name: 'Label tweets' }).click()
    await page.getByLabel('Your name').fill('ann')
    await page.getByRole('button', { name: 'Draw 50 tweets' }).click()
    await page.getByText('0 of 50 labelled').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.keyboard.press('1')
    await page.keyboard.press('3')
    await page.getByText('2 of 50 labelled', { exact: true }).waitFor()
    await expect.poll(stored).toEqual([
      { label: 'POSITIVE', origin: 'PAGE' },
      { label: 'NEGATIVE', origin: 'PAGE' },
    ])
    const third = await shown()
    await page.keyboard.press('u')
    await page.getByText('1 of 50 labelled', { exact: true }).waitFor()
    await expect.poll(stored).toEqual([{ label: 'POSITIVE', origin: 'PAGE' }])
    await page.keyboard.press(' ')
    expect(await shown()).toBe(third)
    await page.route('**/graphql', route => route.abort())
    await page.keyboard.press('2')
    await page.getByText('1 not stored yet').waitFor()
    await page.unroute('**/graphql')
    await expect.poll(stored, { timeout: 15_000 }).toEqual([
      { label: 'POSITIVE', origin: 'PAGE' },
      { label: 'NEUTRAL', origin: 'PAGE' },
    ])
    // The next visit goes on with the same queue, and the skipped tweet is there again.
    await page.reload()
    await page.getByRole('button', { name: /Continue with 50/ }).click()
    await page.getByText('2 of 50 labelled', { exact: true }).waitFor()
    expect(complaints).toEqual([])
  })
})
