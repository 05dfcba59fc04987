import { LABELS, type Label } from '../charts/labels.ts'

export type LabelAction = { readonly kind: 'label'; readonly label: Label } | { readonly kind: 'next' | 'undo' | 'why' }

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The action of a key: 1 to 4 for the labels in their order, space for the next tweet, u to undo, e to explain. */
export function labelActionOf({ key, ctrlKey, metaKey, altKey }: Pressed): LabelAction | null {
  if (ctrlKey || metaKey || altKey) return null
  const label = /^[1-4]$/.test(key) ? LABELS[Number(key) - 1] : undefined
  if (label !== undefined) return { kind: 'label', label }
  if (key === ' ') return { kind: 'next' }
  if (key.toLowerCase() === 'u') return { kind: 'undo' }
  return key.toLowerCase() === 'e' ? { kind: 'why' } : null
}
