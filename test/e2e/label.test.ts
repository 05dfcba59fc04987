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
    await page.getByRole('link', { name: 'Label tweets', exact: true }).click()
    await page.getByLabel('Your name').fill('ann')
    await page.getByRole('button', { name: 'Draw 50 tweets' }).click()
    await page.getByText('0 of 50 labelled').waitFor()
    // A key labels the tweet that is shown, so there has to be one.
    await page.locator('.label-text').waitFor()
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
    await page.getByText(/^Labelling the rest would shrink the interval from ±0\.\d\d to about ±0\.\d\d\.$/).waitFor()
    expect(complaints).toEqual([])
  })

  test('an undone label is not stored, although it was on its way to the server', { timeout: 60_000 }, async () => {
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route('**/graphql', async route => {
      if (route.request().postData()?.includes('mutation SetLabel')) await held
      await route.continue()
    })
    const before = await stored()
    const text = await shown()
    await page.keyboard.press('4')
    await page.getByText('3 of 50 labelled, 1 not stored yet').waitFor()
    await page.keyboard.press('u')
    release()
    await page.getByText('2 of 50 labelled', { exact: true }).waitFor()
    await page.unroute('**/graphql')
    expect(await shown()).toBe(text)
    await expect.poll(stored).toEqual(before)
  })

  test('after a click, the space key skips instead of pressing the button again', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: /Neutral/ }).click()
    await page.getByText('3 of 50 labelled', { exact: true }).waitFor()
    const text = await shown()
    await page.keyboard.press(' ')
    expect(await shown()).not.toBe(text)
    await expect.poll(() => page.getByText('3 of 50 labelled', { exact: true }).count()).toBe(1)
  })

  test('an outage that outlasts the loaded tweets loses nothing, and the queue goes on', {
    timeout: 120_000,
  }, async () => {
    await page.route('**/graphql', route => route.abort())
    for (let pressed = 0; (await page.locator('.label-text').count()) > 0; pressed++) {
      expect(pressed).toBeLessThan(25)
      await page.keyboard.press('2')
    }
    await page.getByText('Waiting for the next tweets.').waitFor()
    const outage = page.getByText('The server does not respond.')
    await expect.poll(() => outage.count()).toBe(1)
    await page.unroute('**/graphql')
    await page.locator('.label-text').waitFor({ timeout: 15_000 })
    await expect.poll(() => outage.count(), { timeout: 15_000 }).toBe(0)
    while ((await page.locator('.label-text').count()) > 0) {
      await page.keyboard.press('3')
      await page.waitForTimeout(30)
    }
    await page.getByRole('button', { name: 'Show skipped tweets' }).click()
    await page.locator('.label-text').waitFor()
    await page.keyboard.press('1')
    await page.getByText('Every tweet of this queue is labelled.').waitFor()
    await expect.poll(async () => (await stored()).length, { timeout: 15_000 }).toBe(50)
    await page.goto(`${api.url}/entities/${encodeURIComponent('C&A / Kids')}?range=all`)
    await page
      .getByText(/Corrected by ann: the model gave/)
      .first()
      .waitFor()
    expect(complaints).toEqual([])
  })
})
