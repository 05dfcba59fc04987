import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // graphql has a CommonJS and an ES build; two copies in one process refuse to work together.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
    // Tests load native code and start threads, servers and processes; generous limits keep a busy machine from failing them.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The usual second is over before a busy machine has looked once; whoever is in time does not wait for it.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
  },
})
