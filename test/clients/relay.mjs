// Relay's compiler: fragments, a refetchable connection, a mutation and a subscription of the committed schema.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import compiler from 'relay-compiler'

const SOURCE = `
import { graphql } from 'react-relay'
graphql\`
  fragment views_tweets on Entity
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" })
  @refetchable(queryName: "viewsTweetsQuery") {
    id
    classifications(first: $first, after: $after) @connection(key: "views_classifications") {
      totalCount
      edges { node { id label probabilities { positive } tweet { text } explanation(first: 3) { term weight } } }
    }
  }\`
graphql\`query viewsEntityQuery($name: String!) { entity(name: $name) { name ...views_tweets } }\`
graphql\`mutation viewsClassifyMutation($input: ClassifyInput!) {
  classify(input: $input) { classification { id label } userErrors { code message field } } }\`
graphql\`subscription viewsProgressSubscription($id: ID!) { importProgress(id: $id) { id status processedCount } }\`
`

export async function checkRelay(_url, schemaPath) {
  const directory = mkdtempSync(join(tmpdir(), 'pulso-relay-'))
  try {
    mkdirSync(join(directory, 'src'))
    copyFileSync(schemaPath, join(directory, 'schema.graphql'))
    writeFileSync(join(directory, 'src', 'views.js'), SOURCE)
    writeFileSync(
      join(directory, 'relay.config.json'),
      JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: true }),
    )
    writeFileSync(join(directory, 'package.json'), '{}')
    execFileSync(compiler, ['relay.config.json'], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] })
    const made = readdirSync(join(directory, 'src', '__generated__'))
    for (const name of ['viewsEntityQuery', 'viewsTweetsQuery', 'viewsClassifyMutation', 'viewsProgressSubscription']) {
      assert.ok(made.includes(`${name}.graphql.js`), `${name} was not compiled`)
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}
