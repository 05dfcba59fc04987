import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { skippedBecause } from '../support/skipped-because.ts'
import { noBrowser } from './browser.ts'
import { type OpenPages, openPages } from './open-pages.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}

describe('every page in Chromium', skippedBecause(noBrowser), () => {
  let pages: OpenPages
  let page: OpenPages['page']

  const heading = () => page.locator('h1').textContent()
  const focused = () => page.evaluate<string>('document.activeElement.placeholder ?? ""')

  beforeAll(async () => {
    pages = await openPages()
    page = pages.page
    const postedAt = new Date(Date.now() - 3_600_000).toISOString()
    const tweet = (text: string, entity: string, externalId: string, at = postedAt) => ({
      text,
      entity,
      externalId,
      postedAt: at,
    })
    await pages.api.data(
      'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { message } } } }',
      {
        inputs: [
          tweet('I &lt;3 my Zephyr, love R&amp;D', 'Zephyr', 'row-1'),
          tweet('The Zephyr is awful', 'Zephyr', 'row-2'),
          tweet('Quite nice, this Aster', 'Aster', 'row-3'),
          tweet('Zephyr opens today', 'Zephyr', '126415614616154112', '2011-10-18T21:53:25Z'),
        ],
      },
    )
  })

  afterAll(() => pages?.close())

  test('the last day has the tweets of the last hour, also in a browser whose clock is two days behind', async () => {
    const late = await pages.browser.newPage({ timezoneId: 'UTC' })
    await late.clock.setFixedTime(Date.now() - 2 * 86_400_000)
    await pages.open('/?range=24h', late)
    await late.getByText('3 tweets about 2 entities').waitFor()
    await late.close()
  })

  test('a slash focuses the search of a page, and types a slash in a field', async () => {
    await pages.open('/?range=7d')
    await page.keyboard.press('/')
    expect(await focused()).toBe('Search entities')
    await page.keyboard.press('/')
    expect(await page.getByRole('searchbox', { name: 'Search entities' }).inputValue()).toBe('/')
    await pages.open('/entities/Zephyr?range=7d')
    await page.keyboard.press('/')
    expect(await focused()).toMatch(/^Words/)
    await pages.open('/compare')
    await page.keyboard.press('/')
    expect(await focused()).toBe('Add an entity')
    // The models page has no search, so the key opens the palette.
    await pages.open('/models')
    await page.keyboard.press('/')
    await page.getByRole('dialog', { name: 'Go to' }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('Ctrl+K leads to an entity, most tweets first, and to a page, and keeps the range', async () => {
    await pages.open('/try-it?range=90d')
    const field = page.getByRole('combobox', { name: 'Name of an entity or a page' })
    const options = page.getByRole('listbox').getByRole('option')
    await page.keyboard.press('Control+k')
    await expect
      .poll(() => options.allTextContents())
      .toEqual(['ZephyrEntity', 'AsterEntity', 'OverviewPage', 'ComparePage', 'ModelsPage', 'Try itPage', 'ImportPage'])
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('listbox').getByRole('option', { selected: true }).textContent()).toContain('Aster')
    await page.keyboard.press('Enter')
    await expect.poll(heading).toBe('Aster')
    expect(page.url()).toContain('range=90d')
    // Also while a field has the focus, and with the key of a Mac.
    await page.getByRole('searchbox', { name: 'Words' }).focus()
    await page.keyboard.press('Meta+k')
    await field.fill('mod')
    await expect.poll(() => options.allTextContents()).toEqual(['ModelsPage'])
    await page.keyboard.press('Enter')
    await expect.poll(heading).toBe('Models')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: /Go to/ }).click()
    await field.fill('no such thing')
    await page.getByText('No entity and no page has this name.').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('a question mark lists the keys, and single keys can be switched off', async () => {
    await pages.open('/?range=7d')
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    await help.getByText('Go to an entity or a page').waitFor()
    await help.getByRole('checkbox').uncheck()
    await help.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('/')
    await page.keyboard.press('?')
    expect(await focused()).toBe('')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Keys' }).click()
    await help.getByRole('checkbox').check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    expect(await focused()).toBe('Search entities')
  })

  test('a tweet is shown as its author wrote it, also when its words are marked', async () => {
    await pages.open('/entities/Zephyr?range=7d&label=POSITIVE')
    const text = page.locator('.tweet-text').first()
    expect(await text.textContent()).toBe('I <3 my Zephyr, love R&D')
    await page.getByText('Why?').first().click()
    await page.locator('mark', { hasText: 'love' }).first().waitFor()
    expect(await text.textContent()).toBe('I <3 my Zephyr, love R&D')
    await expect.poll(() => page.locator('mark', { hasText: /^love$/ }).count()).toBe(1)
  })

  test('a tweet of Twitter links to its page, and one with another id does not', async () => {
    await pages.open('/entities/Zephyr?range=all&order=OLDEST')
    const links = page.getByRole('link', { name: 'On X' })
    await expect.poll(() => links.count()).toBe(1)
    expect(await links.getAttribute('href')).toBe('https://x.com/i/status/126415614616154112')
  })

  test('models are named for people, with the version as a detail', async () => {
    await pages.open('/entities/Zephyr?range=7d')
    const { summaryModel } = await pages.api.data('{ summaryModel { version } }')
    const head = page.locator('.page-head')
    expect(await head.textContent()).toMatch(/Classified by model pulso, \d+ \w+ \d{4}/)
    expect(await head.textContent()).not.toContain('@')
    await expect.poll(() => head.getByTitle(summaryModel.version).count()).toBe(1)
    await head.getByRole('link', { name: /model pulso/ }).click()
    await page.getByRole('heading', { name: 'Provenance' }).waitFor()
    expect(page.url()).toContain(encodeURI(summaryModel.version))
  })

  test('on paper there are no menus and fields, and tables are unfolded', async () => {
    await pages.open('/entities/Zephyr?range=7d')
    const table = page.locator('.as-table').first()
    expect(await table.getAttribute('open')).toBeNull()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect.poll(() => table.getAttribute('open')).not.toBeNull()
    for (const control of await page.locator('select, input, button, nav[aria-label="Pages"]').all())
      expect(await control.isVisible(), await control.evaluate(found => found.outerHTML.slice(0, 80))).toBe(false)
    await page.getByText('Last 7 days, UTC').waitFor()
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
    await expect.poll(() => table.getAttribute('open')).toBeNull()
  })

  test('on a phone, figures of the models page have their headings', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await pages.open('/models')
    const row = page.locator('.evaluations tbody tr:not(.evaluation-group)').first()
    for (const heading of ['Rows', 'Accuracy and baselines', 'Macro F1']) {
      expect(await row.getByText(heading, { exact: true }).isVisible(), heading).toBe(true)
    }
    await expect.poll(() => page.locator('.evaluation-choice[aria-pressed="true"]').count()).toBe(1)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  const PAGES = [
    '/?range=7d',
    '/entities/Zephyr?range=7d',
    '/compare?range=7d',
    '/compare?names=Zephyr&names=nothing&range=7d',
    '/models',
    '/try-it?text=I%20love%20it',
    '/import',
  ]

  test.each(PAGES)('%s has targets of at least 24 pixels', async path => {
    await pages.open(path)
    const small = await page.evaluate<string[]>(`
      [...document.querySelectorAll('button, select, input, summary, .breadcrumb a, .header a')]
        .filter(found => found.checkVisibility() && !found.closest('label.check, .choices, .visually-hidden'))
        .map(found => ({ box: found.getBoundingClientRect(), html: found.outerHTML.slice(0, 90) }))
        .filter(({ box }) => box.height > 1 && (box.height < 24 || box.width < 24))
        .map(({ box, html }) => box.width + ' x ' + box.height + ' ' + html)`)
    expect(small).toEqual([])
  })

  test.each(PAGES.flatMap(path => (['light', 'dark'] as const).map(colorScheme => ({ path, colorScheme }))))(
    '$path has no accessibility violation: $colorScheme',
    async ({ path, colorScheme }) => {
      await page.emulateMedia({ colorScheme })
      await pages.open(path)
      await page.evaluate(await readFile(AXE, 'utf8'))
      const { violations } = await page.evaluate<AxeAnswer>('axe.run()')
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
    },
  )

  test('both dialogs have no accessibility violation', async () => {
    for (const key of ['?', 'Control+k']) {
      await pages.open('/?range=7d')
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      if (key !== '?') await page.getByRole('listbox').getByRole('option').first().waitFor()
      await page.evaluate(await readFile(AXE, 'utf8'))
      const { violations } = await page.evaluate<AxeAnswer>('axe.run()')
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
    }
  })
})
