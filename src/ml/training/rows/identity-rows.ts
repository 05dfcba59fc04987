import { drawName } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { chooseAlternatives } from './expand-construction.ts'
import type { MadeRow, Material } from './made-row.ts'

/** A neutral sentence that names a group of people, asked about a name, the group or the whole text. */
export function makeIdentityRow(material: Material): MadeRow {
  const { dice, names, constructions } = material
  const group = dice.pick(constructions.groups)
  const { name, written } = drawName(names, dice)
  const filled = chooseAlternatives(dice.pick(constructions.aboutGroups), dice)
    .replaceAll('{X}', written)
    .replaceAll('{G}', group)
  const entities = filled.includes(written) ? [name, group, null] : [group, null]
  return { text: dressText(filled, material), entity: dice.pick(entities), sentiment: 1 }
}
