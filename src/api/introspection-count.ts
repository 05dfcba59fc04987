import { type DocumentNode, visit } from 'graphql'

/** A repeated document is the same object, because it is parsed once. */
const counts = new WeakMap<DocumentNode, number>()

/** The number of introspection fields in a document. They have no cost of their own, because they belong to no type of ours. */
export function introspectionCount(document: DocumentNode): number {
  const known = counts.get(document)
  if (known !== undefined) return known
  let count = 0
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') count += 1
    },
  })
  counts.set(document, count)
  return count
}
