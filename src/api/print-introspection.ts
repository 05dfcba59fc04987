/** Writes the schema as a type that types every document of the pages: `npm run build:documents`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildSchema, introspectionFromSchema } from 'graphql'

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
const introspection = introspectionFromSchema(schema, { descriptions: false })

// gql.tada's own command needs the former interface of the compiler.
writeFileSync(
  new URL('../../web/api/introspection.generated.ts', import.meta.url),
  `// Written by \`npm run build:documents\` from schema.graphql.\nexport type introspection = ${JSON.stringify(introspection)}\n`,
)
