import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { scriptCommand } from '../process/script-command.ts'
import { schema } from './schema.ts'

/** The schema as it is committed. Sorted, so that it does not depend on the order of the code. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`

export const SCHEMA_FILE = fileURLToPath(new URL('../../schema.graphql', import.meta.url))

// `npm run print-schema` writes schema.graphql, or the file in the first argument.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file = SCHEMA_FILE] = scriptCommand('print-schema', 'Writes the schema of the API.')
    .argument('[file]', 'where to write it (default: schema.graphql)')
    .parse().args
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, printedSchema())
}
