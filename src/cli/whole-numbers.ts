import { InvalidArgumentError } from 'commander'

/** Reads the value of an option such as `--epochs`; commander adds the option's name to the message. */
export function positiveInteger(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a positive whole number.')
}

/** Reads the value of `--seed`. */
export function seedNumber(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 32) return Number(text)
  throw new InvalidArgumentError('Expected a whole number from 0 to 4294967295.')
}

/** Reads the value of `--skip-lines`. */
export function lineCount(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number from 0 to 999999.')
}
