import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  /** Path from the root of the repository, with forward slashes. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** As written: a relative path or the name of a package. */
  readonly specifier: string
  /** The imported file, from the root of the repository; null for a package. */
  readonly target: string | null
}

/** TypeScript files below a folder, except generated ones and AssemblyScript. */
export async function sourceFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true })
  return entries
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(file => /\.tsx?$/.test(file) && !/\/(generated|assembly|fixtures)\//.test(file))
    .sort()
}

/** Every import, re-export and `import()` of a file, including imports of types. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8')
  const { module } = parseSync(file, text)
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
  ].map(({ start, value }) => ({ start, value }))
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    start,
    value: /^['"](.*)['"]$/.exec(text.slice(start, end))?.[1] ?? '',
  }))
  return [...found, ...dynamic].map(({ start, value }) => ({
    file,
    line: text.slice(0, start).split('\n').length,
    specifier: value,
    target: value.startsWith('.') ? normalize(join(dirname(file), value)).replaceAll('\\', '/') : null,
  }))
}
