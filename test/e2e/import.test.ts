import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../api/start-api.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { launchBrowser, noBrowser } from './browser.ts'

describe('importing in Chromium', skippedBecause(noBrowser), () => {
  let directory: string
  let api: TestApi
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  const countOf = async (table: 'tweet' | 'classification') =>
    Number((await api.database.storage.pool.query(`SELECT count(*) FROM ${table}`)).rows[0]?.count)

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
    api = await startApi({ environment: { PULSO_DATA_DIR: directory } })
    browser = await launchBrowser()
    page = await browser.newPage()
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
  })

  afterAll(async () => {
    await browser?.close()
    await api?.close()
    await rm(directory, { recursive: true })
  })

  test('a fresh installation imports the sample, and one click removes it again', async () => {
    await page.goto(`${api.url}/`)
    await page.getByRole('button', { name: 'Load the sample' }).click()
    await page.getByRole('row', { name: /Kestrel/ }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(5)
    expect(await countOf('tweet')).toBe(810)
    await page.getByRole('button', { name: 'Remove the sample' }).click()
    await page.getByText('No tweets yet').waitFor()
    expect([await countOf('tweet'), await countOf('classification')]).toEqual([0, 0])
  })

  test('a file is uploaded, its columns are assigned, and every row is counted', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `${index},Xbox,${index % 10 === 0 ? '' : `I love it ${index} times`}`,
    )
    await page.goto(`${api.url}/import`)
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
    await page.getByText('One column must be the text.').waitFor()
    await page.getByLabel('Meaning of column_1').selectOption('externalId')
    await page.getByLabel('Meaning of column_2').selectOption('entity')
    await page.getByLabel('Meaning of column_3').selectOption('text')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('40 read = 36 stored + 0 duplicates + 4 rejected').first().waitFor()
    expect(await countOf('classification')).toBe(36)
    expect(await page.locator('.rejects-table tbody tr').count()).toBe(4)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download all rejected rows').click(),
    ])
    expect(download.suggestedFilename()).toMatch(/rejects/)
  })

  test('undoing asks first and says what goes, and the list of imports follows', async () => {
    await page.reload()
    const shown = page.locator('.import-history li', { hasText: 'mine.csv' })
    const dialog = page.getByRole('dialog', { name: 'Undo the import of mine.csv?' })
    await page.getByRole('button', { name: 'Undo import' }).click()
    await dialog.getByText('This removes 36 tweets about 1 entity').waitFor()
    await dialog.getByText('This cannot be undone.').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    expect(await countOf('classification')).toBe(36)
    expect(await shown.locator('.badge').textContent()).toBe('complete')
    await page.getByRole('button', { name: 'Undo import' }).click()
    await dialog.getByRole('button', { name: 'Remove and undo' }).click()
    await expect.poll(() => shown.locator('.badge').textContent()).toBe('undone')
  })

  test('an import is undone, and its address still shows it', async () => {
    await page.reload()
    await page.getByText('36 imported mentions removed').waitFor()
    await expect.poll(() => countOf('tweet')).toBe(0)
  })

  test('an unreadable file is refused with a message', async () => {
    await page.goto(`${api.url}/import`)
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') })
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/empty/)
    // The browser logs the refused request.
    expect(complaints.filter(text => !text.includes('status of 400'))).toEqual([])
  })
})
