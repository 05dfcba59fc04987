import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Classifier } from '../../src/ml/network/classifier.ts'
import { createClassifier } from '../../src/ml/network/create-classifier.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'

// Guarantees of the shipped model, regardless of its weights.

let model: Classifier
beforeAll(async () => {
  const directory = join(import.meta.dirname, '../../models', DEFAULT_MODEL)
  model = await createClassifier({ directory, threads: 1, maxQueuedMentions: 100 })
})
afterAll(() => model.close())

const ask = async (text: string, entity: string | null = null) => {
  const [scores] = await model.classify([{ text, entity }])
  if (scores === undefined) throw new Error('no answer')
  return scores
}

describe('a tweet in a language that the model was not trained for is uncertain', () => {
  test.each([
    ['Spanish', 'La nueva Xbox es una maravilla, no puedo dejar de jugar'],
    ['Spanish', 'me encanta mi nuevo iphone pero la batería dura muy poco'],
    ['Portuguese', 'o meu computador não liga mais, obrigado Microsoft'],
    ['French', 'Je déteste cette mise à jour, tout est lent maintenant'],
    ['German', 'Das neue Update von Windows ist wirklich furchtbar langsam'],
    ['Italian', 'Ma quanto è bello il nuovo gioco, non riesco a smettere'],
    ['Dutch', 'mijn telefoon doet het alweer niet, bedankt Apple'],
    ['Indonesian', 'kenapa internet lambat sekali hari ini ya'],
    ['Turkish', 'bu oyun gerçekten çok güzel, herkese tavsiye ederim'],
    ['Tagalog', 'ang ganda ng bagong phone ko, sobrang saya ko ngayon'],
    ['Polish', 'nowa gra jest naprawdę świetna, nie mogę przestać grać'],
    ['Swedish', 'jag älskar min nya telefon, den är så snabb'],
    ['Norwegian', 'dette er det dårligste spillet jeg har prøvd noen gang'],
    ['Danish', 'jeg kan ikke forstå hvorfor min computer er så langsom i dag'],
    ['Finnish', 'uusi peli on todella hyvä, en voi lopettaa pelaamista'],
    ['Romanian', 'noul telefon este foarte bun, dar bateria nu ține deloc'],
    ['Hungarian', 'ez a játék nagyon jó, mindenkinek ajánlom'],
    ['Czech', 'nová hra je opravdu skvělá, nemůžu přestat hrát'],
    ['Catalan', 'aquest joc és molt bo, no puc parar de jugar amb els amics'],
    ['Swahili', 'simu yangu mpya ni nzuri sana, asante sana'],
    ['Russian', 'новая игра просто отличная, не могу остановиться'],
    ['Arabic', 'اللعبة الجديدة رائعة جدا'],
    ['Hindi', 'नया फोन बहुत अच्छा है'],
    ['Japanese', '新しいゲームはとても面白い'],
    ['Korean', '새 게임이 정말 재미있어요'],
  ])('%s: %s', async (_, text) => {
    for (const entity of [null, 'Xbox', 'a brand of tomorrow']) {
      const { isUncertain, unknownTokenShare } = await ask(text, entity)
      expect(unknownTokenShare).toBeGreaterThanOrEqual(0.4)
      expect(isUncertain).toBe(true)
    }
  })
})

test.each([
  'La La Land is wonderful, I cried twice',
  'omg lol that new iphone cam is soooo goood 😍😍',
  'Just had the best pizza margherita at Da Marco, thank you!',
  'Microsoft u suck, give me my money back',
  '#throwbackthursday to the best concert of my life',
])('English with borrowed words and slang counts as English: %s', async text => {
  expect((await ask(text, 'La La Land')).unknownTokenShare).toBeLessThan(0.4)
})

test.each([
  ['I love this phone so much, best one I ever had!', 'POSITIVE'],
  ['worst customer service ever, I want my money back', 'NEGATIVE'],
])('%s is %s for any entity', async (text, label) => {
  for (const entity of [null, 'phone', 'a brand of tomorrow']) expect((await ask(text, entity)).label).toBe(label)
})
