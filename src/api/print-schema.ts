import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The schema as it is committed: sorted, so that moving code does not move text. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`

export const SCHEMA_FILE = fileURLToPath(new URL('../../schema.graphql', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(SCHEMA_FILE, printedSchema())
