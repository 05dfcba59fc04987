import { expect, test } from 'vitest'
import { openTogether, resourceStack } from '../../src/process/resource-stack.ts'

const resource = (name: string, closed: string[]) => ({ close: async () => closed.push(name) })

test('what was opened last is closed first, and once', async () => {
  const closed: string[] = []
  const resources = resourceStack()
  for (const name of ['database', 'model', 'server']) resources.keep(resource(name, closed))
  await resources.close()
  await resources.close()
  expect(closed).toEqual(['server', 'model', 'database'])
})

test('what fails to open does not leave open what opens after it', async () => {
  const closed: string[] = []
  const resources = resourceStack()
  const slow = new Promise(resolve => setTimeout(resolve, 20)).then(() => resources.keep(resource('database', closed)))
  const failing = Promise.reject(new Error('no model'))
  await expect(openTogether([slow, failing])).rejects.toThrow('no model')
  await resources.close()
  expect(closed).toEqual(['database'])
})

test('what opens together is handed over in order', async () => {
  expect(await openTogether([Promise.resolve('a'), Promise.resolve(1)])).toEqual(['a', 1])
})
