/** For `graphql-inspector diff`, which otherwise fails on breaking changes alone: the committed schema is what the code serves. */
export default function failOnAnyChange() {
  console.error('schema.graphql is not what the code serves. Write it anew with `npm run print-schema`, and commit it.')
  process.exit(1)
}
