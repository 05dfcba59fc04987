#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/cli/main.js', import.meta.url)

if (existsSync(program)) {
  await import(program.href)
} else {
  console.error('Pulso is not built here. `npm ci` builds it; after a change of the source, `npm run build` does.')
  process.exitCode = 2
}
