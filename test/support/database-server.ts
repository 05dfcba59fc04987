import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { joinEmbeddedServer } from '../../src/storage/embedded-postgres/join-server.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import { makeDataDirectory } from './data-directory.ts'
import { createDatabase, dropDatabase, urlOfDatabase } from './databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may create databases, and a template database with Pulso's tables. */
    databaseServer: { readonly url: string; readonly template: string }
  }
}

/**
 * One server for the whole run: `TEST_DATABASE_URL`, whose role must be allowed to create databases, or the embedded one in a temporary
 * directory.
 */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, leave: async () => {} } : await startEmbeddedServer()
  const template = `pulso_template_${randomBytes(6).toString('hex')}`
  await createDatabase(server.url, template)
  const storage = await openStorage({ databaseUrl: urlOfDatabase(server.url, template), dataDirectory: null })
  await storage.close()
  project.provide('databaseServer', { url: server.url, template })
  return async () => {
    await dropDatabase(server.url, template)
    await server.leave()
  }
}

async function startEmbeddedServer() {
  const directory = await makeDataDirectory()
  const { url, leave } = await joinEmbeddedServer(directory.path, message => console.error(message))
  return {
    url,
    leave: async () => {
      await leave()
      await directory.remove()
    },
  }
}
