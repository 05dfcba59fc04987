import { readEnglishLexicons } from '../../lexicons/language-lexicons.ts'
import { ENGLISH_ROWS } from '../constructions/english.ts'
import { ENGLISH_CORPORA, ENGLISH_GENRES, UNSEEN_ENGLISH_SOURCES } from '../known-corpora.ts'
import { polarAdjectives } from '../rows/polar-adjectives.ts'
import type { TrainingLanguage } from './training-language.ts'

export const english: TrainingLanguage = {
  code: 'en',
  word: /^[a-z]{2,}$/,
  corpora: ENGLISH_CORPORA,
  unseenSources: UNSEEN_ENGLISH_SOURCES,
  genres: ENGLISH_GENRES,
  rows: ENGLISH_ROWS,
  readLexicons: readEnglishLexicons,
  adjectives: polarAdjectives,
}
