import type { Label } from '../labels.ts'

/** The label that all have in common; null if they differ or the list is empty. */
export function agreedLabel(labels: readonly Label[]): Label | null {
  const [first = null, ...others] = labels
  return others.every(label => label === first) ? first : null
}
