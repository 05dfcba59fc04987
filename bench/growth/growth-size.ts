import { InvalidArgumentError } from 'commander'
import { GROWTH_SIZES } from './run-growth.ts'

/**
 * Parses `--up-to`. Only these sizes are allowed, because a database that stopped in between would be filled unevenly.
 */
export function growthSize(text: string): number {
  const size = GROWTH_SIZES.find(known => `${known}` === text)
  if (size !== undefined) return size
  throw new InvalidArgumentError(`Expected one of ${GROWTH_SIZES.join(', ')}.`)
}
