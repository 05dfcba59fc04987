/** A label that is not known to be stored yet. */
export interface UnsentLabel {
  readonly classificationId: string
  readonly reviewQueueId: string
  readonly annotator: string
  readonly label: 'POSITIVE' | 'NEUTRAL' | 'NEGATIVE' | 'IRRELEVANT'
  readonly source: 'PAGE'
  /** ISO 8601. */
  readonly labelledAt: string
}

interface Storage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

const KEY = 'pulso-unsent-labels'

/** The unsent labels, oldest first. A damaged entry counts as empty. */
export function readUnsent(storage: Storage): readonly UnsentLabel[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? (stored as UnsentLabel[]) : []
  } catch {
    return []
  }
}

/** Adds a label. One of the same mention and annotator that was not sent is replaced. */
export function addUnsent(storage: Storage, label: UnsentLabel): void {
  const others = readUnsent(storage).filter(other => !isSameMention(other, label))
  storage.setItem(KEY, JSON.stringify([...others, label]))
}

/** Removes a label after it was stored. A later one of the same mention stays. */
export function removeUnsent(storage: Storage, label: UnsentLabel): void {
  const rest = readUnsent(storage).filter(
    other => !(isSameMention(other, label) && other.labelledAt === label.labelledAt),
  )
  storage.setItem(KEY, JSON.stringify(rest))
}

const isSameMention = (one: UnsentLabel, other: UnsentLabel) =>
  one.classificationId === other.classificationId && one.annotator === other.annotator
