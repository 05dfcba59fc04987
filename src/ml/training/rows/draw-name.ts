import { lettersAndDigits } from '../../language/tweet-words/entity-names.ts'
import type { Dice } from '../dice.ts'

/** Share of the names that nobody has: the network must not depend on knowing a name. */
const INVENTED = 0.25

/** A name as it is asked for, and as a tweet writes it. */
export interface DrawnName {
  readonly name: string
  readonly written: string
}

/** Draws a real or an invented name, written plainly, in lower case, as a mention or as a hashtag. */
export function drawName(names: readonly string[], dice: Dice): DrawnName {
  const name = names.length === 0 || dice.chance(INVENTED) ? invent(dice) : dice.pick(names).replace(/^[@#]\s*/, '')
  const letters = name.replace(/[^\p{L}\p{N}_]+/gu, '')
  const way = dice.index(20)
  if (way < 2 && /^\w{1,40}$/.test(letters)) return { name, written: `@${letters}` }
  if (way < 4 && /\p{L}/u.test(letters)) return { name, written: `#${letters}` }
  return { name, written: way < 9 ? name.toLowerCase() : name }
}

/** Draws names that share no word, so that each is found only at its own place. */
export function drawNames(count: number, names: readonly string[], dice: Dice): readonly DrawnName[] {
  const drawn: DrawnName[] = []
  while (drawn.length < count) {
    const next = drawName(names, dice)
    if (drawn.every(({ name }) => areApart(name, next.name))) drawn.push(next)
  }
  return drawn
}

function areApart(one: string, other: string): boolean {
  const words = (name: string) => name.split(/[^\p{L}\p{N}]+/u).map(lettersAndDigits)
  const keys = [lettersAndDigits(one), lettersAndDigits(other)] as const
  if (keys.some(key => key === '') || keys[0].includes(keys[1]) || keys[1].includes(keys[0])) return false
  const own = new Set(words(one).filter(word => word.length > 1))
  return words(other).every(word => !own.has(word))
}

const STARTS = ['b', 'br', 'c', 'd', 'dr', 'f', 'fl', 'g', 'gl', 'k', 'kr', 'l', 'm', 'n', 'p', 'pl', 'qu', 'r', 's']
const MORE_STARTS = ['sk', 'st', 't', 'tr', 'v', 'w', 'x', 'y', 'z', 'zh', 'sh', 'ch', 'j', 'h', '']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ee', 'oo', 'y', 'io']
const ENDS = ['', '', '', 'n', 'x', 'r', 'l', 's', 'k', 'm', 'ro', 'ly', 'zon', 'tek', 'vo']

/** One to two made-up words, such as "Drovix" or "Kelo Strayn". */
function invent(dice: Dice): string {
  const starts = [...STARTS, ...MORE_STARTS]
  const word = () => {
    const syllables = Array.from({ length: 2 + dice.index(2) }, () => dice.pick(starts) + dice.pick(VOWELS)).join('')
    const letters = syllables + dice.pick(ENDS)
    return letters.slice(0, 1).toUpperCase() + letters.slice(1)
  }
  return dice.chance(0.2) ? `${word()} ${word()}` : word()
}
