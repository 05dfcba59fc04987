import { expect, test } from 'vitest'
import { chooseNetwork } from '../../../src/ml/network/choose-network.ts'

const LANGUAGES = ['en', 'es']
const TEXT = 'una frase bastante larga'
const ask = (code: string, probability: number, text = TEXT) => chooseNetwork(text, { code, probability }, LANGUAGES)

test('a language that a network was trained for goes to that network if it is likely enough', () => {
  expect(ask('es', 0.4)).toEqual({ network: 1, language: 'es', isUnsupported: false })
  expect(ask('es', 0.39)).toEqual({ network: 0, language: null, isUnsupported: false })
  expect(ask('en', 0.9)).toEqual({ network: 0, language: 'en', isUnsupported: false })
})

test('another language is unsupported only if it is likely and the text is long enough to tell', () => {
  expect(ask('de', 0.6)).toEqual({ network: 0, language: 'de', isUnsupported: true })
  expect(ask('de', 0.59)).toEqual({ network: 0, language: null, isUnsupported: false })
  expect(ask('de', 0.99, 'elf buchstab')).toMatchObject({ isUnsupported: false })
  expect(ask('de', 0.99, 'zwölf buchsta')).toMatchObject({ isUnsupported: true })
  // Addresses and names of users are no letters of the text.
  expect(ask('de', 0.99, '@jemand_mit_langem_namen https://t.co/abcdefghij ja')).toMatchObject({ isUnsupported: false })
})

test('a short text goes to the network of its language too, and otherwise to the own one', () => {
  expect(ask('es', 0.99, 'hola')).toEqual({ network: 1, language: 'es', isUnsupported: false })
  expect(ask('es', 0.39, 'hola')).toEqual({ network: 0, language: null, isUnsupported: false })
  expect(ask('pt', 0.99, 'hoje')).toEqual({ network: 0, language: null, isUnsupported: false })
})

test('a text without letters goes to the own network', () => {
  expect(chooseNetwork('😀', null, LANGUAGES)).toEqual({ network: 0, language: null, isUnsupported: false })
})
