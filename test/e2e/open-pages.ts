import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ApiOptions, startApi, type TestApi } from '../api/start-api.ts'
import { launchBrowser } from './browser.ts'

/** A real server with its pages, and a browser window. */
export interface OpenPages {
  readonly api: TestApi
  readonly browser: Browser
  readonly page: Page
  /** Opens an address and waits until nothing is loaded any more. */
  open(path: string, where?: Page): Promise<void>
  /** Waits until nothing is loaded any more. */
  settled(where?: Page): Promise<void>
  close(): Promise<void>
}

export async function openPages(options: ApiOptions = {}): Promise<OpenPages> {
  const api = await startApi(options)
  const browser = await launchBrowser()
  const page = await browser.newPage({ timezoneId: 'UTC', viewport: { width: 1280, height: 900 } })
  const settled = async (where = page) => {
    await expect.poll(() => where.locator('[aria-busy="true"]').count()).toBe(0)
  }
  return {
    api,
    browser,
    page,
    settled,
    async open(path, where = page) {
      await where.goto(`${api.url}${path}`)
      await where.locator('h1').waitFor()
      await settled(where)
    },
    async close() {
      await browser.close()
      await api.close()
    },
  }
}
