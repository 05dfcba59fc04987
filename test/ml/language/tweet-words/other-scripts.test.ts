import { expect, test } from 'vitest'
import { wordsIn } from './small-vocabulary.ts'

test.each([
  ['今日は天気がいい。', '今日は天気がいい .'],
  ['ラーメン、おいしい！', 'ラーメン , おいしい !'],
  ['ｶﾀｶﾅ', 'カタカナ'],
  ['这个游戏很好', '这个游戏很好'],
  ['한국어 트윗', '한국어 트윗'],
  ['Привет, мир!', 'привет , мир !'],
  ['ЛЮБЛЮ', 'люблю'],
  ['Ελλάδα', 'ελλάδα'],
  ['ΣΑΣ', 'σας'],
  ['مرحبا بالعالم', 'مرحبا بالعالم'],
  ['مَرْحَبًا', 'مَرْحَبًا'],
  ['שלום עולם', 'שלום עולם'],
  ['नमस्ते दुनिया', 'नमस्ते दुनिया'],
  ['สวัสดีครับ', 'สวัสดีครับ'],
  ['வணக்கம்', 'வணக்கம்'],
  ['Größe STRASSE', 'größe strasse'],
  ['İstanbul', 'i̇stanbul'],
  ['über-Naïveté', 'über naïveté'],
  ['ñandú', 'ñandú'],
  ["aujourd'hui", 'aujourdhui'],
  ["c'est bon", 'cest bon'],
  ['𐐀𐐁', '𐐨𐐩'],
  ['𠮷野家', '𠮷野家'],
  ['good 好 good', 'good 好 good'],
  ['۱۲۳', '۱۲۳'],
  ['Ⅳ', 'iv'],
  ['ǅungla', 'džungla'],
])('%j is read as %j', (text, words) => {
  expect(wordsIn(text)).toBe(words)
})
