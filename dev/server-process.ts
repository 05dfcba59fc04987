import { readFile, writeFile } from 'node:fs/promises'
import { printedSchema, SCHEMA_FILE } from '../src/api/print-schema.ts'
import { parseConfig } from '../src/config.ts'
import { UsageError } from '../src/problem/problem.ts'
import { serve } from '../src/serve.ts'

/*
 * The server from source, as `npm run dev` starts it anew after each change. It tells its parent when it is ready, ends with it, and
 * writes what is generated from the schema.
 */

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))

try {
  await serve(parseConfig(process.env), () => process.send?.('ready'))
  await writeSchema()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exit(error.exitCode)
}

async function writeSchema(): Promise<void> {
  const schema = printedSchema()
  if ((await readFile(SCHEMA_FILE, 'utf8').catch(() => null)) === schema) return
  await writeFile(SCHEMA_FILE, schema)
  // A script: it runs when it is loaded, and writes the types of the pages' documents.
  await import('../src/api/print-introspection.ts')
  console.log('The schema changed: schema.graphql is written anew.')
}
