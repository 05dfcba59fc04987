import { type ColumnPlan, fieldOf } from './columns.ts'
import { isMissing } from './external-id.ts'
import { parsePostedAt } from './parse-posted-at.ts'

/**
 * Whether the first row of a file whose columns the user named is a header all the same: it consists of known column
 * names, or a time column contains words without any digit.
 */
export function looksLikeHeader(cells: readonly string[], plan: ColumnPlan): boolean {
  const known = cells.filter(cell => fieldOf(cell) !== null).length
  if (known >= 2 || (known === 1 && cells.filter(cell => cell.trim() !== '').length === 1)) return true
  const time = plan.at.postedAt === undefined ? '' : (cells[plan.at.postedAt] ?? '')
  const isWord = /\p{L}/u.test(time) && !/\d/.test(time) && !isMissing(time) && parsePostedAt(time, 'UTC') === null
  return isWord || (known === 1 && cells.every(cell => /^[\p{L}\p{M}_ .-]{0,40}$/u.test(cell)) && !cells.includes(''))
}
