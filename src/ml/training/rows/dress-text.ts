import type { Material } from './made-row.ts'

/** Writes a construction as a tweet: an opening, an ending, a capital at the start, signs joined to words. */
export function dressText(text: string, { dice, constructions }: Pick<Material, 'dice' | 'constructions'>): string {
  const opening = dice.chance(0.25) ? `${dice.pick(constructions.openings)} ` : ''
  const ending = dice.chance(0.35) ? ` ${dice.pick(constructions.endings)}` : ''
  const joined = `${opening}${text}${ending}`.replace('<user>', '@someone').replace('<url>', 'https://t.co/a1b2c3')
  const spaced = joined.replace(/ {2,}/g, ' ').trim()
  const signed = dice.chance(0.7) ? spaced.replace(/ ([,.;!?]+)(?= |$)/g, '$1') : spaced
  const cased = dice.chance(0.6) ? signed.slice(0, 1).toUpperCase() + signed.slice(1) : signed
  return dice.chance(0.04) ? cased.toUpperCase() : cased
}
