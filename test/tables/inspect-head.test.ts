import { expect, test } from 'vitest'
import type { InputFile } from '../../src/tables/input-file.ts'
import { inspectHead } from '../../src/tables/inspect-head.ts'

async function headOf(text: string, name = 'tweets.ndjson') {
  const file: InputFile = {
    name,
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

test('suggests a time format and a label map for the columns that need one', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at},0${(at % 9) + 1}/02/2026,${at % 2 === 0 ? 0 : 4},t${at}`)
  const table = ['id,date,sentiment,text', ...rows, '41,13/02/2026,0,last'].join('\n')
  const suggestions = [
    { column: 1, timeFormat: 'day-first', ambiguousTime: null, labelMap: [] },
    {
      column: 2,
      timeFormat: null,
      ambiguousTime: null,
      labelMap: [
        { value: '0', label: 'NEGATIVE' },
        { value: '4', label: 'POSITIVE' },
      ],
    },
  ]
  const head = await headOf(table, 'tweets.csv')
  expect(head.suggestions).toEqual(suggestions)
  expect(head.sampleRows).toHaveLength(5)
  const objects = rows.concat('41,13/02/2026,0,last').map(row => {
    const [id, date, sentiment, text] = row.split(',')
    return JSON.stringify({ id, date, sentiment: Number(sentiment), text })
  })
  expect((await headOf(objects.join('\n'))).suggestions).toEqual(suggestions)
})

test('columns of an export have a use, and columns that were added to it have none', async () => {
  const { columns } = await headOf(
    'classification_id,text,confidence,tweet_key,human_label,notes\na,b,1,c,NEUTRAL,d\n',
    'export.csv',
  )
  expect(columns).toEqual([
    { name: 'classification_id', field: null, use: 'identity' },
    { name: 'text', field: 'text' },
    { name: 'confidence', field: null, use: 'computed' },
    { name: 'tweet_key', field: null, use: 'identity' },
    { name: 'human_label', field: null, use: 'human' },
    { name: 'notes', field: null },
  ])
})
