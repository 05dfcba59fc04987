import type { RowLanguage } from '../rows/row-language.ts'
import { NEGATION } from './portuguese/negation.ts'
import { TWO_ENTITIES, TWO_ENTITY_GRAMMAR } from './portuguese/two-entities.ts'
import { BLAME, ENDINGS, FACT, OPENINGS, PRAISE, SLOTS } from './portuguese/words.ts'

export const PORTUGUESE_ROWS: RowLanguage = {
  twoEntities: [TWO_ENTITIES],
  grammar: TWO_ENTITY_GRAMMAR,
  negation: [NEGATION],
  quotes: '',
  identity: { groups: '', sentences: '' },
  ordinary: { words: '', uses: '' },
  slots: SLOTS,
  clauses: { PRAISE: [PRAISE], BLAME: [BLAME], FACT: [FACT] },
  openings: OPENINGS,
  endings: ENDINGS,
  things: 'isso|isto|o voo|a comida|meu celular|este lugar|o filme|o serviço|esse app|o jogo|o hotel|a série',
  emojiFrames: [
    '{X} {E}',
    '{E} {X}',
    '{X} é {E}',
    '{X} = {E}',
    '{X} hoje {E}',
    '{X} de novo {E}',
    'meu {X} {E}',
    '{X} !! {E}',
  ],
  between: [' mas ', ' enquanto ', ', e ', '. ', ' ', ', ', '; ', '! ', '... ', ' - ', '. Mas ', ' embora '],
}
