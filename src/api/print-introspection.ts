/** Writes the schema as a TypeScript type, which types the documents of the pages: `npm run build:documents`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildSchema, introspectionFromSchema } from 'graphql'

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
const introspection = introspectionFromSchema(schema, { descriptions: false })

// Not written by gql.tada's command, because that needs the former API of the TypeScript compiler.
writeFileSync(
  new URL('../../web/api/introspection.generated.ts', import.meta.url),
  `// Written by \`npm run build:documents\` from schema.graphql.\nexport type introspection = ${JSON.stringify(introspection)}\n`,
)
