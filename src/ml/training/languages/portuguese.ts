import { readLanguageLexicons } from '../../lexicons/language-lexicons.ts'
import { PORTUGUESE_ROWS } from '../constructions/portuguese.ts'
import type { KnownCorpus } from '../known-corpora.ts'
import { polarWords } from '../rows/polar-adjectives.ts'
import type { TrainingLanguage } from './training-language.ts'

const CORPORA: readonly KnownCorpus[] = ['xlmt_pt', 'afrisenti_pt', 'minas_pt'].map(source => ({
  name: source.replace('_', '-'),
  file: 'other_languages.csv',
  only: { column: 'source', value: source },
  // Many rows repeat a text, and some have ids that are no tweet's.
  isGroupedByText: true,
}))

const words = (list: string) => list.split(' ')

const FEATURES = {
  negations: new Set(words('não nao nunca jamais nada ninguém nenhum nenhuma nem tampouco sem mal falta')),
  strengths: new Map<string, number>([
    ...words(
      'muito muita tão tanto tanta demais super totalmente completamente realmente bastante mais bem mó puta',
    ).map(word => [word, 1] as const),
    ...words('pouco pouca algo quase meio menos').map(word => [word, -1] as const),
  ]),
  symbols: new Map(
    Object.entries({
      '<url>': 'link',
      '<user>': 'pessoa',
      '<number>': 'número',
      '<entity>': 'empresa',
      '<3': 'amor',
      ':)': 'feliz sorriso',
      ';)': 'feliz sorriso',
      ':(': 'triste',
      ":'(": 'chorar triste',
      ':d': 'riso feliz',
      haha: 'riso',
      kk: 'riso',
      lol: 'riso',
    }),
  ),
}

const ADJECTIVE = /(?:ente|ante|os[oa]|[ai]d[oa]|[íi]vel|ável|iv[oa]|al|[íi]c[oa]|íssim[oa]|nd[oa]|[eu]n[oa]|il|az|iz)$/
const OTHER = /(?:mente|mento|ção|dade|ar|er|ir|eza|ando|indo|endo)$/

export const portuguese: TrainingLanguage = {
  code: 'pt',
  word: /^\p{L}{2,}$/u,
  corpora: CORPORA,
  unseenSources: [],
  genres: [],
  rows: PORTUGUESE_ROWS,
  readLexicons: (root, own) =>
    readLanguageLexicons(
      root,
      {
        code: 'pt',
        features: FEATURES,
        stems: { package: '@nlpjs/lang-pt', stemmer: 'StemmerPt', polarities: ['afinn_pt'] },
      },
      own,
    ),
  adjectives: lexicons => polarWords(lexicons.afinn, word => ADJECTIVE.test(word) && !OTHER.test(word)),
}
