import { InvalidArgumentError } from 'commander'

/** Parses an option for commander. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number, such as 5.')
}
