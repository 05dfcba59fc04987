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
    await expect.poll(() => page.locator('tbody tr').count()).toBe(5)
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
    await expect.poll(() => page.locator('.rejects-table tbody tr').count()).toBe(4)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download all rejected rows').click(),
    ])
    expect(download.suggestedFilename()).toMatch(/rejects/)
  })

  test('a file of labels is recognised, and its labels are stored beside those of the model', async () => {
    const rows = [
      'external_id,entity,text,label,annotator',
      '1,Xbox,I love it 1 times,NEGATIVE,ann',
      '999,Xbox,Unknown,NEGATIVE,ann',
    ]
    const page = await browser.newPage()
    await page.goto(`${api.url}/import`)
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'labels.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
    await page.getByRole('button', { name: 'Import labels' }).click()
    await page.getByText(/^1 label stored, 0 unchanged, 1 rejected\. Line 3: No stored tweet/).waitFor()
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await page.close()
    const { rows: stored } = await api.database.storage.pool.query('SELECT label, annotator FROM human_label')
    expect(stored).toEqual([{ label: 'NEGATIVE', annotator: 'ann' }])
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

  const choose = (name: string, rows: readonly string[], encoding: BufferEncoding = 'utf8') =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n'), encoding) })

  const STRANGE = [
    'Report of November',
    'nr;marke;satz;note;wann;folger',
    '1;Xbox;Très bien;4;01/11/2026 10:00;12',
    '2;Xbox;Pas du tout;0;02/11/2026 10:00;7',
  ]

  test('a strange file is previewed as it is read, and its labels, times and columns are mapped', async () => {
    await page.goto(`${api.url}/import`)
    await choose('strange.csv', STRANGE, 'latin1')
    await page.getByLabel('Lines before the table').fill('1')
    await page.getByRole('combobox', { name: /^First row/ }).selectOption('names')
    await page.getByLabel('Meaning of satz').selectOption('text')
    await page.getByRole('cell', { name: 'Très bien' }).waitFor()
    await page.getByText(/^Not read: nr, marke, .*folger\.$/).waitFor()
    await page.getByText('No column is a time, so the tweets count at the time of their import.').waitFor()
    await page.getByLabel('Encoding').selectOption('windows-1251')
    await page.getByRole('cell', { name: 'Trиs bien' }).waitFor()
    await page.getByLabel('Encoding').selectOption('windows-1252')
    await page.getByRole('cell', { name: 'Très bien' }).waitFor()
    expect(await page.getByLabel('Meaning of satz').inputValue()).toBe('text')
    await page.getByLabel('Meaning of nr').selectOption('externalId')
    await page.getByLabel('Meaning of marke').selectOption('entity')
    await page.getByLabel('Meaning of note').selectOption('label')
    await page.getByLabel('Meaning of wann').selectOption('postedAt')
    await page.getByText('Unknown: 4, 0.').waitFor()
    await page.getByLabel('Meaning of labels').fill('0=Negative,4=')
    await page.getByText('Labels must be pairs such as').waitFor()
    await page.getByLabel('Meaning of labels').fill('')
    await page.getByText('The labels look like 0=Negative,4=Positive.').waitFor()
    await page.getByRole('button', { name: 'Use these labels' }).click()
    await page.getByText('Times such as 01/11/2026 10:00 can be read in two ways').waitFor()
    await page.getByLabel('Format of times').selectOption('day-first')
    await page.getByLabel('Time zone of times').selectOption('Asia/Tokyo')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('2 read = 2 stored + 0 duplicates + 0 rejected').first().waitFor()
    const { rows } = await api.database.storage.pool.query(
      'SELECT text, label, posted_at FROM tweet JOIN imported_label ON tweet_id = tweet.id ORDER BY posted_at',
    )
    expect(rows.map(({ text, label, posted_at }) => [text, label, posted_at.toISOString()])).toEqual([
      ['Très bien', 'POSITIVE', '2026-11-01T01:00:00.000Z'],
      ['Pas du tout', 'NEGATIVE', '2026-11-02T01:00:00.000Z'],
    ])
  })

  test('the choices for a header are remembered, and uploads that wait are listed and removed', async () => {
    await page.goto(`${api.url}/import`)
    await choose('next.csv', [...STRANGE.slice(1, 2), '3;Xbox;Bof;0;03/11/2026 10:00;7'])
    await page.getByText('The columns are mapped as in your last import of such a file.').waitFor()
    expect(await page.getByLabel('Meaning of labels').inputValue()).toBe('0=Negative,4=Positive')
    expect(await page.getByLabel('Time zone of times').inputValue()).toBe('Asia/Tokyo')
    await page.getByRole('button', { name: 'Map them anew' }).click()
    await page.getByText('One column must be the text.').waitFor()
    await page.reload()
    const waiting = page.getByRole('region', { name: 'Uploaded, not imported yet' })
    await waiting.getByRole('button', { name: 'next.csv', exact: true }).click()
    await page.getByRole('cell', { name: 'Bof' }).waitFor()
    await page.reload()
    await waiting.getByRole('button', { name: 'Remove next.csv' }).click()
    await expect.poll(() => waiting.getByText('next.csv').count()).toBe(0)
  })

  test('keys of objects are mapped as columns are', async () => {
    await page.goto(`${api.url}/import`)
    await choose('mine.ndjson', ['{"nr":"9","body":"So good","who":"Xbox"}'])
    await page.getByLabel('Meaning of body').selectOption('text')
    await page.getByLabel('Meaning of who').selectOption('entity')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('1 read = 1 stored + 0 duplicates + 0 rejected').first().waitFor()
    const { entity } = await api.data('{ entity(name: "Xbox") { classifications { nodes { tweet { text } } } } }')
    expect(JSON.stringify(entity)).toContain('So good')
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
