import type { RowLanguage } from '../rows/row-language.ts'
import { NEGATION } from './spanish/negation.ts'
import { MORE_FACT, MORE_NEGATION, MORE_SLOTS, MORE_TWO_ENTITIES } from './spanish/second-author.ts'
import { TWO_ENTITIES, TWO_ENTITY_GRAMMAR } from './spanish/two-entities.ts'
import { BLAME, ENDINGS, FACT, OPENINGS, PRAISE, SLOTS } from './spanish/words.ts'

export const SPANISH_ROWS: RowLanguage = {
  twoEntities: [TWO_ENTITIES, MORE_TWO_ENTITIES],
  grammar: TWO_ENTITY_GRAMMAR,
  negation: [NEGATION, MORE_NEGATION],
  quotes: '',
  identity: { groups: '', sentences: '' },
  ordinary: { words: '', uses: '' },
  slots: { ...SLOTS, ...MORE_SLOTS },
  clauses: { PRAISE: [PRAISE], BLAME: [BLAME], FACT: [FACT, MORE_FACT] },
  openings: OPENINGS,
  endings: ENDINGS,
  things:
    'esto|eso|el vuelo|la comida|mi móvil|este sitio|la película|el servicio|esta app|el partido|el hotel|la serie|el libro|la fiesta|este bar|mi jefe|la cena|el disco|la obra',
  emojiFrames: [
    ...['{X} {E}', '{E} {X}', '{X} {E}', '{X} es {E}', '{X} = {E}', 'acabo de ver {X} {E}', '{X} hoy {E}'],
    ...['{X} otra vez {E}', 'yo con {X} {E}', '{E} {X} {E}', 'mi {X} {E}', '{X} !! {E}', 'con {X} {E}'],
  ],
  between: [
    ...[' pero ', ' mientras que ', ', y ', ' en cambio ', ', en cambio, ', '. ', ' ', ', ', '; ', '! ', '... ', ' - '],
    ...['. Pero ', ' aunque ', '. Sin embargo, '],
  ],
}
