import type { Label } from '../labels.ts'

/** The label that all have in common; null where they differ or where there are none. */
export function agreedLabel(labels: readonly Label[]): Label | null {
  const [first = null, ...others] = labels
  return others.every(label => label === first) ? first : null
}
