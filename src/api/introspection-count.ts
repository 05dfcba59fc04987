import { type DocumentNode, visit } from 'graphql'

/** Cached by document: a repeated document is the same object, because it is parsed only once. */
const counts = new WeakMap<DocumentNode, number>()

/** The number of `__schema` and `__type` fields in a document. The complexity plugin assigns them no cost. */
export function introspectionCount(document: DocumentNode): number {
  const cached = counts.get(document)
  if (cached !== undefined) return cached
  let count = 0
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') count += 1
    },
  })
  counts.set(document, count)
  return count
}
