import { expect, test } from 'vitest'
import { openTogether, resourceStack } from '../../src/process/resource-stack.ts'

const resource = (name: string, closed: string[]) => ({ close: async () => closed.push(name) })

test('resources are closed in reverse order, once each', async () => {
  const closed: string[] = []
  const resources = resourceStack()
  for (const name of ['database', 'model', 'server']) resources.keep(resource(name, closed))
  await resources.close()
  await resources.close()
  expect(closed).toEqual(['server', 'model', 'database'])
})

test('a resource that fails to open does not leave later ones open', async () => {
  const closed: string[] = []
  const resources = resourceStack()
  const slow = new Promise(resolve => setTimeout(resolve, 20)).then(() => resources.keep(resource('database', closed)))
  const failing = Promise.reject(new Error('no model'))
  await expect(openTogether([slow, failing])).rejects.toThrow('no model')
  await resources.close()
  expect(closed).toEqual(['database'])
})

test('resources opened together are returned in order', async () => {
  expect(await openTogether([Promise.resolve('a'), Promise.resolve(1)])).toEqual(['a', 1])
})
