import type { Dice } from '../dice.ts'
import type { Material } from './made-row.ts'

/** Lines of a list; empty ones and none. */
export const linesOf = (list: string): readonly string[] => list.split('\n').filter(line => line.trim() !== '')

/** Share of the adjectives that come from dictionaries. */
const FROM_DICTIONARIES = 0.6

/** Chooses among alternatives and fills all slots except those of the entities: `{A}`, `{B}`, `{C}` and `{X}`. */
export function expandConstruction(line: string, material: Material): string {
  const { dice } = material
  let text = chooseAlternatives(line, dice)
  for (let slot = nextSlot(text); slot !== null; slot = nextSlot(text)) {
    text = text.replace(slot.whole, () => chooseAlternatives(fill(slot.name, slot.entity, material), dice))
  }
  return text
}

/** `(a|b)` becomes a or b; an alternative may be empty. */
export const chooseAlternatives = (text: string, dice: Dice) =>
  text.replace(/\(([^()]*\|[^()]*)\)/g, (_, alternatives: string) => dice.pick(alternatives.split('|')))

function nextSlot(text: string): { whole: string; name: string; entity: string | undefined } | null {
  const match = /\{([A-Z]{2,})(?::([A-Z]))?\}/.exec(text)
  return match === null ? null : { whole: match[0], name: match[1] as string, entity: match[2] }
}

function fill(name: string, entity: string | undefined, { dice, adjectives, constructions }: Material): string {
  const clauses = constructions.clauses[name]
  if (clauses !== undefined) return dice.pick(clauses).replaceAll('{X}', `{${entity ?? 'X'}}`)
  const polar = name === 'PA' ? adjectives.positive : name === 'NA' ? adjectives.negative : []
  if (polar.length > 0 && dice.chance(FROM_DICTIONARIES)) return dice.pick(polar)
  const words = constructions.words.get(name)
  if (words === undefined) throw new Error(`Constructions have no slot {${name}}.`)
  return dice.pick(words)
}
