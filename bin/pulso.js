#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isStale } from './build-stamp.js'

const program = new URL('../dist/cli/main.js', import.meta.url)

if (existsSync(program)) {
  if (isStale(fileURLToPath(new URL('../', import.meta.url)))) {
    console.error(
      'The source is newer than this build of it. After `git pull`, run `npm ci`; after an edit, `npm run build`.',
    )
  }
  await import(program.href)
} else {
  console.error('Pulso is not built. Run `npm ci`, or `npm run build` after a change of the source.')
  process.exitCode = 2
}
