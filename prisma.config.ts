import { defineConfig } from 'prisma/config'

/**
 * Prisma's command line fetches a native schema engine from a host outside the package registry, even for commands that never run
 * it. Naming any existing file keeps it from asking. `prisma migrate`, which does need the engine, is left to find its own.
 */
const WORKS_WITHOUT_ENGINE = ['generate', 'validate', 'format']

if (WORKS_WITHOUT_ENGINE.includes(process.argv[2] ?? '')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
})
