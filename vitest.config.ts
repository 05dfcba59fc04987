import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // graphql has a CommonJS and an ES build; two copies in one process refuse to work together.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
