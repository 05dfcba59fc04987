import { hash } from 'node:crypto'
import { checkMention } from '../classification/check-request.ts'
import type { ReadRow, RowFields } from '../tables/row.ts'

/** A row with the number of rows before it in the file that have the same values, plus 1. */
export interface NumberedRow extends ReadRow {
  /** 1 for a row with an id. */
  readonly occurrence: number
}

/**
 * Numbers the repetitions of rows without an id, so that equal rows of one file are different tweets. All rows of the file must pass through
 * it, in order.
 */
export async function* numberOccurrences(
  portions: AsyncIterable<readonly ReadRow[]>,
): AsyncGenerator<readonly NumberedRow[]> {
  const counter = new OccurrenceCounter()
  for await (const portion of portions) {
    yield portion.map(row => {
      const key = row.fields.ok ? keyOf(row.fields.value) : null
      return { ...row, occurrence: key === null ? 1 : counter.next(key) }
    })
  }
}

/** Null for a row that another value identifies. The same text about two entities is one tweet, so the entity counts too. */
function keyOf({ externalId, exported, text, entity, author, postedAt }: RowFields): string | null {
  if (externalId !== null || exported !== undefined) return null
  const mention = checkMention({ text, entity })
  if (!mention.ok) return null
  return [text.trim(), mention.value.entityKey, author ?? '', postedAt?.getTime() ?? ''].join('\0')
}

const FIRST_SLOTS = 1024
/** The table grows above this share of used slots. */
const MAX_LOAD = 0.6

/**
 * Counts keys in 8 to 27 bytes each: 52 bits of their hashes in an open-addressing table, and a map of the few that repeat. If two keys share
 * these bits, which has a probability of 1 in 9,000 for a million keys, one tweet gets the number of a repetition.
 */
class OccurrenceCounter {
  private slots = new Float64Array(FIRST_SLOTS)
  private used = 0
  private readonly repeated = new Map<number, number>()

  /** How often the key has been passed, this time included. */
  next(key: string): number {
    // 0 is an empty slot.
    const bits = Number.parseInt(hash('sha256', key, 'hex').slice(0, 13), 16) + 1
    if (this.add(bits)) return 1
    const count = (this.repeated.get(bits) ?? 1) + 1
    this.repeated.set(bits, count)
    return count
  }

  /** False if the table has it already. */
  private add(bits: number): boolean {
    if (!insert(this.slots, bits)) return false
    this.used += 1
    if (this.used > MAX_LOAD * this.slots.length) {
      const larger = new Float64Array(2 * this.slots.length)
      for (const slot of this.slots) if (slot !== 0) insert(larger, slot)
      this.slots = larger
    }
    return true
  }
}

function insert(slots: Float64Array, bits: number): boolean {
  for (let at = bits % slots.length; ; at = (at + 1) % slots.length) {
    if (slots[at] === bits) return false
    if (slots[at] !== 0) continue
    slots[at] = bits
    return true
  }
}
