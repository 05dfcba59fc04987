// GraphQL Code Generator: the client preset from the running server's introspection, then TypeScript in its strict mode.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { preset } from '@graphql-codegen/client-preset'

const require = createRequire(import.meta.url)

const SOURCE = `
import { graphql } from './gql/index.js'
import type { ResultOf } from '@graphql-typed-document-node/core'
const Page = graphql(\`query Page($name: String!, $range: RangeInput) {
  entity(name: $name) { name trend(interval: DAY, range: $range) { start summary { netSentiment { value low high } } }
    classifications(first: 2, orderBy: { field: TIME, direction: DESC }) { nodes { label tweet { text postedAt } } } } }\`)
export const Store = graphql(\`mutation Store($input: ClassifyInput!) {
  classify(input: $input) { classification { id } userErrors { code message field } } }\`)
export const first = (page: ResultOf<typeof Page>): string | undefined =>
  page.entity?.classifications?.nodes[0]?.tweet.postedAt ?? page.entity?.name
`

export async function checkCodegen(url) {
  // Below this folder, so that TypeScript finds its packages.
  const directory = mkdtempSync(join(import.meta.dirname, '.codegen-'))
  try {
    mkdirSync(join(directory, 'src'))
    writeFileSync(join(directory, 'package.json'), '{"type":"module"}')
    writeFileSync(join(directory, 'src', 'page.ts'), SOURCE)
    await generate(
      {
        schema: `${url}/graphql`,
        documents: join(directory, 'src', 'page.ts'),
        silent: true,
        generates: {
          [`${join(directory, 'src', 'gql')}/`]: {
            preset,
            config: { scalars: { DateTime: 'string', SafeInt: 'number' }, useTypeImports: true },
            presetConfig: { fragmentMasking: false },
          },
        },
        importExtension: '.js',
      },
      true,
    )
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck']
    const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
    execFileSync(process.execPath, [tsc, ...flags, join(directory, 'src', 'page.ts')], {
      cwd: directory,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  } finally {
    rmSync(directory, { recursive: true })
  }
}
