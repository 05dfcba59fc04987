import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccessKeys } from '../../src/access/service.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { noBrowser } from './browser.ts'
import { type OpenPages, openPages } from './open-pages.ts'

describe('signing in, in Chromium', skippedBecause(noBrowser), () => {
  let pages: OpenPages
  let key = ''

  beforeAll(async () => {
    pages = await openPages({ environment: { PULSO_AUTH: 'keys' } })
    const { pool, now } = pages.api.database.storage
    const created = await createAccessKeys(pool, now).create({ name: 'page', scopes: ['READ'], expiresAt: null })
    key = created.ok ? created.value.secret : ''
  })
  afterAll(() => pages?.close())

  test('a page without a key shows a form that fits a phone, also in the dark', async () => {
    const { page } = pages
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${pages.api.url}/models`)
    await page.getByRole('heading', { name: 'Sign in to Pulso' }).waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.sign-in')).backgroundColor`)).toBe(
      'rgb(16, 18, 22)',
    )
    expect(await page.evaluate('document.activeElement.name')).toBe('key')
  })

  test('a wrong key is refused in words, and a right one opens the page', async () => {
    const { page } = pages
    await page.getByLabel('Key').fill(`${key.slice(0, -1)}~`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/typing error/)
    await page.getByLabel('Key').fill(` ${key} `)
    await page.getByLabel('Key').press('Enter')
    await page.getByRole('heading', { name: 'Models', level: 1 }).waitFor()
    // Scripts of a page can read neither the key nor the session.
    expect(await page.evaluate('document.cookie')).toBe('pulso_signed_in=1')
    await page.goto(`${pages.api.url}/graphql`)
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
  })

  test('signing out shows the form again, also in the playground', async () => {
    const { page } = pages
    await pages.open('/')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in to Pulso' }).waitFor()
    await page.goto(`${pages.api.url}/graphql`)
    await page.getByRole('heading', { name: 'Sign in to Pulso' }).waitFor()
  })
})
