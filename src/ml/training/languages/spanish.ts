import { readLanguageLexicons } from '../../lexicons/language-lexicons.ts'
import { SPANISH_ROWS } from '../constructions/spanish.ts'
import { polarWords } from '../rows/polar-adjectives.ts'
import { SPANISH_CORPORA, UNSEEN_SPANISH_SOURCES } from './spanish-corpora.ts'
import type { TrainingLanguage } from './training-language.ts'

const words = (list: string) => list.split(' ')

const FEATURES = {
  negations: new Set(
    words('no nunca jamás nada nadie ningún ninguno ninguna ni tampoco sin apenas tampoco imposible falta nunca'),
  ),
  strengths: new Map<string, number>([
    ...words(
      'muy mucho mucha muchos muchas muchísimo muchísima tan tanto tanta demasiado demasiada súper super totalmente absolutamente completamente realmente increíblemente extremadamente bastante más qué menudo menuda vaya re bien puto puta puro pura todo',
    ).map(word => [word, 1] as const),
    ...words('poco poca algo casi apenas medio menos ligeramente regular').map(word => [word, -1] as const),
  ]),
  symbols: new Map(
    Object.entries({
      '<url>': 'enlace',
      '<user>': 'persona',
      '<number>': 'número',
      '<entity>': 'empresa',
      '<3': 'amor',
      '</3': 'desamor',
      ':)': 'feliz sonrisa',
      ';)': 'guiño sonrisa',
      ':(': 'triste',
      ":'(": 'llorar triste',
      ':d': 'risa feliz',
      ':p': 'broma',
      ':o': 'sorpresa',
      ':*': 'beso amor',
      ':/': 'duda molesto',
      '-_-': 'molesto aburrido',
      '!!': 'mucho',
      haha: 'risa gracioso',
      lol: 'risa gracioso',
      lmao: 'risa gracioso',
    }),
  ),
}

/** Endings of adjectives and participles. */
const ADJECTIVE =
  /(?:[oae]nte|os[oa]|[ai]d[oa]|[ií]bles?|ables?|iv[oa]|al|[ií]c[oa]|ísim[oa]|nd[oa]|[oe]r[oa]?|[eu]n[oa]|il|az|iz)$/
/** Adverbs, nouns and infinitives that end alike. */
const OTHER = /(?:mente|miento|ción|dad|ar|er|ir|eza|ando|iendo)$/

export const spanish: TrainingLanguage = {
  code: 'es',
  word: /^\p{L}{2,}$/u,
  corpora: SPANISH_CORPORA,
  unseenSources: UNSEEN_SPANISH_SOURCES,
  genres: [],
  rows: SPANISH_ROWS,
  readLexicons: (root, own) =>
    readLanguageLexicons(
      root,
      {
        code: 'es',
        features: FEATURES,
        stems: { package: '@nlpjs/lang-es', stemmer: 'StemmerEs', polarities: ['afinn_es', 'senticon_es'] },
      },
      own,
    ),
  adjectives: lexicons => polarWords(lexicons.afinn, word => ADJECTIVE.test(word) && !OTHER.test(word)),
}
