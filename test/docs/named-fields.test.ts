import { readdir, readFile } from 'node:fs/promises'
import { isInterfaceType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'

const DOCUMENTS = [
  'README.md',
  'README.es.md',
  ...(await readdir('docs')).filter(name => name.endsWith('.md')).map(name => `docs/${name}`),
]

/** Such as `Entity.trend`, if it is a type of the API. */
const NAMED = /`([A-Z]\w+)\.(\w+)/g

test.each(DOCUMENTS)('%s names only fields that the API has', async path => {
  const missing = [...(await readFile(path, 'utf8')).matchAll(NAMED)].flatMap(([, type = '', field = '']) => {
    const named = schema.getType(type)
    const hasFields = isObjectType(named) || isInterfaceType(named)
    return hasFields && named.getFields()[field] === undefined ? [`${type}.${field}`] : []
  })
  expect(missing).toEqual([])
})

test('the README names fields', async () => {
  expect((await readFile('README.md', 'utf8')).match(NAMED)?.length).toBeGreaterThan(5)
})
