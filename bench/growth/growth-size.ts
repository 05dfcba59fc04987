import { InvalidArgumentError } from 'commander'
import { GROWTH_SIZES } from './run-growth.ts'

/** Parses `--up-to`; only these sizes, because a database that stopped in between would be filled unevenly. */
export function growthSize(text: string): number {
  const size = GROWTH_SIZES.find(known => `${known}` === text)
  if (size !== undefined) return size
  throw new InvalidArgumentError(`It should be one of ${GROWTH_SIZES.join(', ')}.`)
}
