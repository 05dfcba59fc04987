import { expect, test } from 'vitest'
import type { InputFile } from '../../src/tables/input-file.ts'
import { inspectHead } from '../../src/tables/inspect-head.ts'

async function headOf(text: string) {
  const file: InputFile = {
    name: 'tweets.ndjson',
    sizeBytes: text.length,
    read: async function* () {
      yield Buffer.from(text)
    },
    container: null,
    readAt: async () => Buffer.alloc(0),
    close: async () => {},
  }
  return inspectHead(file, 'utf-8', { format: null })
}

test.each(['valueOf', 'toString', 'constructor', 'hasOwnProperty', '__proto__'])(
  'a key %s that only some objects have is empty in the others',
  async key => {
    const { columns, sampleRows } = await headOf(`{"text":"a"}\n{"text":"b","${key}":"given"}\n`)
    expect(columns.map(({ name }) => name)).toEqual(['text', key])
    expect(sampleRows).toEqual([
      ['a', ''],
      ['b', 'given'],
    ])
  },
)

test('a value that is nested too deeply to write is shown by an ellipsis', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const { sampleRows } = await headOf(`{"text":"a","more":${deep}}\n{"text":"b","more":[1]}\n`)
  expect(sampleRows).toEqual([
    ['a', '…'],
    ['b', '[1]'],
  ])
})
