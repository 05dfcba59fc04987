import { ENDINGS, OPENINGS } from '../constructions/second-author.ts'
import type { Dice } from '../dice.ts'
import { linesOf } from './expand-construction.ts'

const OPENING_LIST = linesOf(OPENINGS)
const ENDING_LIST = linesOf(ENDINGS)

/** Writes a construction as a tweet: an opening, an ending, a capital at the start, signs joined to words. */
export function dressText(text: string, dice: Dice): string {
  const opening = dice.chance(0.25) ? `${dice.pick(OPENING_LIST)} ` : ''
  const ending = dice.chance(0.35) ? ` ${dice.pick(ENDING_LIST)}` : ''
  const joined = `${opening}${text}${ending}`.replace('<user>', '@someone').replace('<url>', 'https://t.co/a1b2c3')
  const spaced = joined.replace(/ {2,}/g, ' ').trim()
  const signed = dice.chance(0.7) ? spaced.replace(/ ([,.;!?]+)(?= |$)/g, '$1') : spaced
  const cased = dice.chance(0.6) ? signed.slice(0, 1).toUpperCase() + signed.slice(1) : signed
  return dice.chance(0.04) ? cased.toUpperCase() : cased
}
