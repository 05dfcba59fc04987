import type { Label } from '../../../src/labels.ts'
import { LABELS } from '../../../src/labels.ts'
import type { AuditedRow } from '../../../src/ml/audit/audited-file.ts'
import { seededRandom } from '../../../src/statistics/seeded-random.ts'

const SYLLABLES = [
  'ba',
  'de',
  'ki',
  'lo',
  'mu',
  'na',
  'po',
  'ra',
  'si',
  'te',
  'vu',
  'wa',
  'xo',
  'yi',
  'zu',
  'fen',
  'gor',
]

/** A language of made-up words: two tweets share a four-character shingle only now and then. */
export function madeTweets(seed: number) {
  const random = seededRandom(seed)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value
  const word = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('')
  const vocabulary = Array.from({ length: 2000 }, word)
  return {
    random,
    word: () => pick(vocabulary),
    text: (words = 14) => Array.from({ length: words }, () => pick(vocabulary)).join(' '),
    label: (): Label => pick(LABELS),
    shuffled: (text: string) => {
      const words = text.split(' ')
      for (let at = words.length - 1; at > 0; at--) {
        const other = Math.floor(random() * (at + 1))
        ;[words[at], words[other]] = [words[other] as string, words[at] as string]
      }
      return words.join(' ')
    },
  }
}

export const rowOf = (row: Partial<AuditedRow> & Pick<AuditedRow, 'text'>): AuditedRow => ({
  line: 1,
  id: null,
  entity: null,
  label: 'NEUTRAL',
  part: null,
  ...row,
})
