import { GROUPS, NEUTRAL_ABOUT_GROUPS } from '../constructions/identity.ts'
import { drawName } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { chooseAlternatives, linesOf } from './expand-construction.ts'
import type { MadeRow, Material } from './made-row.ts'

const GROUP_LIST = GROUPS.split('|')
const SENTENCES = linesOf(NEUTRAL_ABOUT_GROUPS)

/** A neutral sentence that names a group of people, asked about a name, the group or the whole text. */
export function makeIdentityRow({ dice, names }: Material): MadeRow {
  const group = dice.pick(GROUP_LIST)
  const { name, written } = drawName(names, dice)
  const filled = chooseAlternatives(dice.pick(SENTENCES), dice).replaceAll('{X}', written).replaceAll('{G}', group)
  const entities = filled.includes(written) ? [name, group, null] : [group, null]
  return { text: dressText(filled, dice), entity: dice.pick(entities), sentiment: 1 }
}
