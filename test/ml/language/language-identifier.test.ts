import { expect, test } from 'vitest'
import { createLanguageIdentifier, lettersOf } from '../../../src/ml/language/language-identifier.ts'

const identify = await createLanguageIdentifier()

test.each([
  ['en', 'I have been waiting for my order for two weeks now'],
  ['es', 'Llevo dos semanas esperando mi pedido y nadie contesta'],
  ['pt', 'Estou esperando meu pedido há duas semanas e ninguém responde'],
  ['fr', "J'attends ma commande depuis deux semaines et personne ne répond"],
  ['de', 'Ich warte seit zwei Wochen auf meine Bestellung'],
  ['ja', '二週間も注文を待っています'],
])('%s: %s', (code, text) => {
  expect(identify(text)).toMatchObject({ code })
  expect(identify(text)?.probability).toBeGreaterThan(0.8)
})

test('addresses, names of users, hash signs, capitals and line ends do not matter', () => {
  expect(lettersOf('@you  #Hola\nAMIGOS https://t.co/english-words www.example.com &amp; más')).toBe('hola amigos más')
  expect(identify('@the_english_news LLEVO DOS SEMANAS\nESPERANDO #mipedido https://t.co/thenews')).toMatchObject({
    code: 'es',
  })
})

test.each(['', '   ', '12345', '😀😀', '@someone https://t.co/x', '...'])(
  'a text without letters has none: %j',
  text => {
    expect(identify(text)).toBeNull()
  },
)

test('answers are the same after ten thousand texts, and their memory is given back', () => {
  const before = identify('Llevo dos semanas esperando mi pedido')
  for (let i = 0; i < 10_000; i++) identify(`text number ${i}`)
  expect(identify('Llevo dos semanas esperando mi pedido')).toEqual(before)
})

test('a very long text, and one without spaces, are read to a limit', () => {
  expect(identify(`esto es una prueba ${'muy larga '.repeat(100_000)}`)).toMatchObject({ code: 'es' })
  expect(identify('a'.repeat(1_000_000))).not.toBeUndefined()
})
