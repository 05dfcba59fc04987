import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const TESTS = fileURLToPath(new URL('../', import.meta.url))

const ASKS_FOR_DATABASE = /\binject\(\s*['"]databaseServer['"]/
const LOCAL_MODULE = /['"](\.{1,2}\/[^'"\n]+\.tsx?)['"]/g

/**
 * The test files that need the run's PostgreSQL, as paths below `directory`: those that ask for it, directly or through what they import.
 * All others run without it, so that a new test is in the right project without being listed anywhere.
 */
export function findDatabaseTests(directory = TESTS): string[] {
  const modules = new Map<string, TestModule>()
  const moduleOf = (file: string): TestModule => {
    const module = modules.get(file) ?? readTestModule(directory, file)
    modules.set(file, module)
    return module
  }
  const needsDatabase = (file: string): boolean => {
    const reached = new Set([file])
    // The set grows while it is walked.
    for (const reachedFile of reached) {
      const { asksForDatabase, imports } = moduleOf(reachedFile)
      if (asksForDatabase) return true
      for (const imported of imports) reached.add(imported)
    }
    return false
  }
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.test.ts') && needsDatabase(join(directory, path)))
    .map(path => path.replaceAll('\\', '/'))
    .sort()
}

interface TestModule {
  readonly asksForDatabase: boolean
  readonly imports: readonly string[]
}

/** Every quoted path counts as an import, in whatever way. Only tests can reach the database server, so nothing outside their directory is read. */
function readTestModule(directory: string, file: string): TestModule {
  const source = readFileSync(file, 'utf8')
  return {
    asksForDatabase: ASKS_FOR_DATABASE.test(source),
    imports: [...source.matchAll(LOCAL_MODULE)]
      .map(([, path]) => resolve(dirname(file), path ?? ''))
      .filter(path => path.startsWith(directory) && existsSync(path)),
  }
}
