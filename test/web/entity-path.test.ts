import { expect, test } from 'vitest'
import { entityNameIn, entityPath } from '../../web/entity-names/entity-path.ts'

test.each([
  'Xbox',
  '50 off',
  '50%20off',
  '50%2520off',
  'AT&T 100%',
  '100%',
  '%',
  '%41',
  'A/B?c#d%e&f',
  'A%2FB',
  'a+b',
  'Ünï 😀',
  '/',
  'a//',
])('the path of %j leads back to it', name => {
  expect(entityNameIn(new URL(entityPath(name), 'http://localhost').pathname)).toBe(name)
})

test('a path that was typed by hand is read as far as it can be', () => {
  expect(entityNameIn('/entities/AT&T 100%')).toBe('AT&T 100%')
  expect(entityNameIn('/entities/Xbox/')).toBe('Xbox')
})
