import { z } from 'zod'
import { fail, type Result, succeed } from '../problem/problem.ts'

/**
 * A position in a list: the values by which the list is sorted, of the row beside which a page begins or ends. `order` names the list and
 * its order, so that a cursor of one list is refused by another.
 */
export const encodeCursor = (order: string, position: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify([order, position])).toString('base64url')

/** The position that `encodeCursor` was given, or null without a cursor. `INVALID` for text that it never returned for this order. */
export function decodeCursor<T>(
  order: string,
  position: z.ZodType<T>,
  cursor: string | null | undefined,
  argument: 'after' | 'before',
): Result<T | null> {
  if (cursor === null || cursor === undefined) return succeed(null)
  const parsed = z
    .tuple([z.literal(order), position])
    .safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (parsed.success) return succeed(parsed.data[1])
  return fail('INVALID', `${argument} must be a cursor that this list returned in this order.`, [argument])
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
