import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path =>
  existsSync(path),
)

/** Null if a browser test can run; else the reason why not, which the test runner prints. */
export const noBrowser =
  PROGRAM === undefined ? "no Chromium on this machine (Debian's package `chromium` brings one)" : null

/** A headless browser that makes no background requests. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(PROGRAM === undefined ? {} : { executablePath: PROGRAM }),
    args: [
      // Chromium refuses its sandbox for root, and does not need it for Pulso's pages.
      ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
