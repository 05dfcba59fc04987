import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path =>
  existsSync(path),
)

/** Null where a browser test can run; else why not, for the runner to show. */
export const noBrowser =
  PROGRAM === undefined ? "no Chromium on this machine (Debian's package `chromium` brings one)" : null

/** A real browser without a window, told not to look up anything on its own. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(PROGRAM === undefined ? {} : { executablePath: PROGRAM }),
    args: [
      // As root Chromium refuses its sandbox; the pages are ours.
      ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
