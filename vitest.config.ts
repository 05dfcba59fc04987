import { defineConfig } from 'vitest/config'
import { findDatabaseTests } from './test/support/find-database-tests.ts'

const BENCH = ['test/bench/quick-run.test.ts']
const DATABASE = findDatabaseTests().map(path => `test/${path}`)

export default defineConfig({
  resolve: {
    // graphql has a CommonJS and an ES build; two copies in one process refuse to work together.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    // Tests load native code and start threads, servers and processes; generous limits keep a busy machine from failing them.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The usual second is over before a busy machine has looked once; whoever is in time does not wait for it.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    reporters: ['default', './test/support/skip-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...DATABASE, ...BENCH] } },
      {
        extends: true,
        test: { name: 'database', include: DATABASE, globalSetup: ['test/support/database-server.ts'] },
      },
      // Half a minute of work: `npm run test:bench`.
      { extends: true, test: { name: 'bench', include: BENCH } },
    ],
  },
})
