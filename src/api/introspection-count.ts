import { type DocumentNode, visit } from 'graphql'

/** A document that is asked again is the same object: it is parsed once. */
const counts = new WeakMap<DocumentNode, number>()

/** How often a document asks about the schema. The answers do not depend on any field of ours, and so have no cost. */
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
