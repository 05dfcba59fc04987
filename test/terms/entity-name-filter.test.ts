import { expect, test } from 'vitest'
import { entityNameFilter } from '../../src/terms/entity-name-filter.ts'

test.each([
  ['Call of Duty', ['call', 'duty', '#callofduty', '#callofdutywarzone']],
  ['PlayStation5(PS5)', ['playstation', '#playstation5', 'ps5', '#ps5']],
  ['Xbox (Xseries)', ['xbox', '#xbox', 'xseries']],
  ['NVIDIA', ['nvidia', '#nvidia', '#nvidiageforce']],
])('%s is named by %j', (name, terms) => {
  const isName = entityNameFilter([name])
  expect(terms.filter(isName)).toEqual(terms)
})

test('other words are kept, and all names of the entity are filtered', () => {
  expect(['refund', 'gorgeous', '#win', 'callous'].filter(entityNameFilter(['Call of Duty']))).toEqual([])
  expect(['meta', 'facebook', 'privacy'].filter(entityNameFilter(['Facebook', 'Meta']))).toEqual(['meta', 'facebook'])
})
