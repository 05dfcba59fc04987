import type { RowLanguage } from '../rows/row-language.ts'
import { REMAINING_NEGATION, REMAINING_QUOTES, REMAINING_SLOTS, REMAINING_TWO_ENTITIES } from './fourth-author.ts'
import { ORDINARY_USES, ORDINARY_WORDS } from './homonyms.ts'
import { GROUPS, NEUTRAL_ABOUT_GROUPS } from './identity.ts'
import { NEGATION } from './negation.ts'
import { ENDINGS, MORE_NEGATION, MORE_TWO_ENTITIES, OPENINGS } from './second-author.ts'
import {
  FURTHER_BLAME,
  FURTHER_FACT,
  FURTHER_NEGATION,
  FURTHER_PRAISE,
  FURTHER_TWO_ENTITIES,
  QUOTES,
} from './third-author.ts'
import { TWO_ENTITIES } from './two-entities.ts'
import { TWO_ENTITY_GRAMMAR } from './two-entity-grammar.ts'
import { BLAME, FACT, PRAISE, SLOTS } from './words.ts'

export const ENGLISH_ROWS: RowLanguage = {
  twoEntities: [TWO_ENTITIES, MORE_TWO_ENTITIES, FURTHER_TWO_ENTITIES, REMAINING_TWO_ENTITIES],
  grammar: TWO_ENTITY_GRAMMAR,
  negation: [NEGATION, MORE_NEGATION, FURTHER_NEGATION, REMAINING_NEGATION],
  quotes: `${QUOTES}${REMAINING_QUOTES}`,
  identity: { groups: GROUPS, sentences: NEUTRAL_ABOUT_GROUPS },
  ordinary: { words: ORDINARY_WORDS, uses: ORDINARY_USES },
  slots: { ...SLOTS, ...REMAINING_SLOTS },
  clauses: { PRAISE: [PRAISE, FURTHER_PRAISE], BLAME: [BLAME, FURTHER_BLAME], FACT: [FACT, FURTHER_FACT] },
  openings: OPENINGS,
  endings: ENDINGS,
  things: 'it|this|the flight|the food|my phone|this place|the movie|the service|this app|the game|that|the hotel',
  emojiFrames: [
    ...['{X} {E}', '{E} {X}', '{X} {E}', '{X} is {E}', '{X} = {E}', 'just got {X} {E}', '{X} today {E}'],
    ...['{X} again {E}', 'me and {X} {E}', '{E} {X} {E}', 'my {X} {E}', '{X} !! {E}', 'so {X} {E}'],
  ],
  between: [
    ...[' but ', ' while ', ', and ', ' yet ', ' whereas ', '. ', ' ', ', ', '; ', '! ', '... ', ' - ', '. But '],
  ],
}
