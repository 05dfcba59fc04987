import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const TESTS = fileURLToPath(new URL('../', import.meta.url))

const INJECTS_SERVER = /\binject\(\s*['"]databaseServer['"]/
const LOCAL_MODULE = /['"](\.{1,2}\/[^'"\n]+\.tsx?)['"]/g

/**
 * The test files that need the run's PostgreSQL, as paths below `directory`: those that inject it, directly or through their imports. All
 * others run without it, so that a new test is in the right project without being listed.
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
      const { injectsServer, imports } = moduleOf(reachedFile)
      if (injectsServer) return true
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
  readonly injectsServer: boolean
  readonly imports: readonly string[]
}

/** Every quoted path counts as an import. Only tests can reach the database server, so files outside their directory are not read. */
function readTestModule(directory: string, file: string): TestModule {
  const source = readFileSync(file, 'utf8')
  return {
    injectsServer: INJECTS_SERVER.test(source),
    imports: [...source.matchAll(LOCAL_MODULE)]
      .map(([, path]) => resolve(dirname(file), path ?? ''))
      .filter(path => path.startsWith(directory) && existsSync(path)),
  }
}
