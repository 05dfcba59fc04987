import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The version of Pulso that runs, as package.json names it. Nothing else reads it there. */
export const VERSION = z
  .object({ version: z.string().min(1) })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version
