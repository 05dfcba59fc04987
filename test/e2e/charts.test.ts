import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { skippedBecause } from '../support/skipped-because.ts'
import { storeLabels } from '../support/store-labels.ts'
import { noBrowser } from './browser.ts'
import { type OpenPages, openPages } from './open-pages.ts'

const DAY_MS = 24 * 3_600_000
/** Noon of a day in a past week: no test depends on the hour in which it runs. */
const noon = (daysAgo: number) => `${dateOf(daysAgo)}T12:00:00Z`
const dateOf = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10)

describe('charts in Chromium', skippedBecause(noBrowser), () => {
  let pages: OpenPages
  let page: OpenPages['page']

  const chart = () => page.getByRole('slider')
  const tweets = () => page.locator('#tweets-title').textContent()
  /** The middle of a column of the chart, below the axis of net sentiment. */
  const column = async (index: number, count: number) => {
    const box = await chart().boundingBox()
    if (box === null) throw new Error('The chart is not visible.')
    return { x: box.x + 44 + ((box.width - 52) * (index + 0.5)) / count, y: box.y + 260 }
  }

  beforeAll(async () => {
    pages = await openPages()
    page = pages.page
    const { storage } = pages.api.database
    // Twelve days ago a day of 30, three days ago one of 7, with a net sentiment of 0.2 and 0.4.
    await storeLabels(storage, { entity: 'Nimbus', labels: [12, 10, 8, 0], at: noon(12) })
    await storeLabels(storage, { entity: 'Nimbus', labels: [5, 0, 2, 0], at: noon(3) })
    await storeLabels(storage, { entity: 'Nimbus', labels: [1, 1, 0, 0], at: '2011-10-16T12:00:00Z' })
    await storeLabels(storage, { entity: 'Old only', labels: [3, 0, 0, 0], at: '2011-10-17T12:00:00Z' })
  })

  afterAll(() => pages?.close())

  test('a click on a bar lists its tweets, the address keeps it, and another range forgets it', async () => {
    await pages.open('/entities/Nimbus?range=30d')
    await expect.poll(tweets).toBe('Tweets 37')
    const { x, y } = await column(29 - 12, 30)
    await page.mouse.click(x, y)
    await expect.poll(tweets).toBe('Tweets 30')
    expect(new URL(page.url()).searchParams.get('bar')).toBe(`${dateOf(12)}T00:00:00.000Z/${dateOf(11)}T00:00:00.000Z`)
    await expect.poll(() => page.locator('.trend-marked').count()).toBe(1)
    const csv = page.getByRole('link', { name: 'CSV', exact: true })
    await expect.poll(() => csv.getAttribute('href')).toContain(dateOf(12))
    await page.reload()
    await expect.poll(tweets).toBe('Tweets 30')
    await page.getByRole('combobox', { name: 'Time range' }).selectOption('90d')
    await expect.poll(tweets).toBe('Tweets 37')
    expect(page.url()).not.toContain('bar=')
  })

  test('by keyboard, Enter lists the tweets of a bar, and a button lists all again', async () => {
    await pages.open('/entities/Nimbus?range=30d')
    await chart().focus()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect.poll(tweets).toBe('Tweets 7')
    await page.getByRole('button', { name: /list the whole time range/ }).click()
    await expect.poll(tweets).toBe('Tweets 37')
  })

  test('a drag over several bars zooms to their days, and going back undoes it', async () => {
    await pages.open('/entities/Nimbus?range=30d')
    const [from, to] = [await column(29 - 5, 30), await column(29 - 1, 30)]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await expect.poll(() => page.locator('.trend-dragged').count()).toBe(1)
    await page.mouse.up()
    await page.waitForURL(/from=/)
    const address = new URL(page.url()).searchParams
    expect([address.get('from'), address.get('to')]).toEqual([dateOf(5), dateOf(1)])
    await expect.poll(() => page.locator('.summary-value').first().textContent()).toBe('7')
    await page.goBack()
    await expect.poll(() => page.locator('.summary-value').first().textContent()).toBe('37')
  })

  test('a nonsense bar in the address lists the whole range', async () => {
    for (const bar of ['x', '2026-01-01/2020-01-01', '2011-10-16T00:00:00Z/2011-10-17T00:00:00Z']) {
      await pages.open(`/entities/Nimbus?range=30d&bar=${encodeURIComponent(bar)}`)
      await expect.poll(tweets).toBe('Tweets 37')
    }
  })

  test('the head of the overview names older tweets, and leads to all time', async () => {
    await pages.open('/?range=30d')
    await page.getByText('5 older tweets exist.').waitFor()
    await page.getByText('1 entity without tweets in this time range.').waitFor()
    await page.getByText('The period before has no tweets, so no change is shown.').waitFor()
    expect(await page.getByRole('columnheader', { name: /Change/ }).count()).toBe(0)
    expect(await page.getByText('0 before').count()).toBe(0)
    await page.getByRole('button', { name: 'Show all time' }).click()
    await page.getByText('42 tweets about 2 entities').waitFor()
    expect(await page.getByText('older tweet').count()).toBe(0)
  })

  test('a change is shown as soon as one entity has a period before', async () => {
    await pages.open('/?range=7d')
    await page.getByText('35 older tweets exist.').waitFor()
    await expect.poll(() => page.getByRole('columnheader', { name: /Change/ }).count()).toBe(1)
    await page.getByText('30 before').waitFor()
  })

  test('sections that fail before the page do not add errors of their own', async () => {
    await pages.open('/entities/Nimbus?range=30d')
    // The page's own query fails last.
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route('**/graphql', async route => {
      if (route.request().postData()?.includes('EntityTrend')) await held
      await route.abort()
    })
    await page.getByRole('combobox', { name: 'Time range' }).selectOption('90d')
    await expect.poll(() => page.locator('.tweets [aria-busy="true"]').count()).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
    release()
    await page.getByRole('alert').waitFor()
    await pages.settled()
    await expect.poll(() => page.getByRole('alert').count()).toBe(1)
    await page.unroute('**/graphql')
  })

  test('tweets without a time are named, left out and listed alone, on each page', async () => {
    const classify = 'mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { message } } }'
    for (const text of ['I love this one', 'I hate this one'])
      await pages.api.data(classify, { input: { text, entity: 'Nimbus' } })
    const said = page.getByText('2 tweets have no time of their own and count at the time of their import.')
    for (const path of ['/?range=30d', '/entities/Nimbus?range=30d', '/compare?names=Nimbus&range=30d']) {
      await pages.open(path)
      await said.waitFor()
    }
    await pages.open('/?range=30d')
    await page.getByText('39 tweets about 2 entities').waitFor()
    await page.getByRole('button', { name: 'Leave them out' }).click()
    await page.getByText('37 tweets about 2 entities').waitFor()
    // A link to another page keeps the choice.
    await page.getByRole('link', { name: 'Nimbus', exact: true }).click()
    await expect.poll(tweets).toBe('Tweets 37')
    expect(page.url()).toContain('dated=true')
    await page.getByRole('button', { name: 'Count all tweets' }).click()
    await expect.poll(tweets).toBe('Tweets 39')
    await page.getByRole('button', { name: 'show only them' }).click()
    await expect.poll(tweets).toBe('Tweets 2')
    await pages.settled()
    await expect.poll(() => page.locator('.summary-value').first().textContent()).toBe('2')
    await page.getByText('Tweets with and without a time are counted here.').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await pages.api.database.storage.pool.query("DELETE FROM tweet WHERE text LIKE 'I % this one'")
  })

  test('a comparison starts with the largest entities, and marks an unknown name', async () => {
    await pages.open('/compare?range=all')
    await page.getByText('these are the 2 with the most tweets').waitFor()
    await expect.poll(() => page.locator('.compare-rows .cell-name').allTextContents()).toEqual(['Nimbus', 'Old only'])
    await pages.open('/compare?range=all&names=Nimbus&names=mil')
    await expect.poll(() => page.locator('.name-chip-unknown').textContent()).toContain('mil')
    await page.getByText('No tweets about “mil” yet.').waitFor()
  })

  test('the share of wrong labels is beside the figures that it affects', async () => {
    await pages.open('/compare?range=all&names=Nimbus')
    await expect.poll(() => page.locator('.cell-errors').textContent()).toMatch(/\d+ %.*of test tweets/)
    await pages.open('/entities/Nimbus?range=30d')
    await page.getByText(/^The model labels \d+ % of test tweets/).waitFor()
  })
})
