import { expect, test } from 'vitest'
import { VECTORS } from '../../lexicons/tiny-lexicons.ts'
import { prepareTiny, tinyCorpora } from './tiny-corpora.ts'

test('sizes match the data: words and the unknown one, and four marks', async () => {
  const { shape, vocabulary, words } = await prepareTiny()
  expect(shape).toEqual({
    vocabularySize: vocabulary.length + 1,
    wordSize: 3,
    lexiconSize: 6,
    marks: 4,
    hiddenSize: 5,
    denseSize: 13,
  })
  expect(words.fixed).toHaveLength(shape.vocabularySize * shape.wordSize)
  expect(words.lexicon).toHaveLength(shape.vocabularySize * shape.lexiconSize)
  expect(words.learnt.every(value => value === 0)).toBe(true)
})

test('the unknown word is zero, and the word at index n is row n + 1', async () => {
  const { shape, vocabulary, words } = await prepareTiny()
  const rowOf = (id: number) => words.fixed.subarray(id * shape.wordSize, (id + 1) * shape.wordSize)
  expect([...rowOf(0)]).toEqual([0, 0, 0])
  expect([...words.lexicon.subarray(0, shape.lexiconSize)].every(value => value === 0)).toBe(true)
  expect(rowOf(vocabulary.indexOf('love') + 1)).toEqual(Float32Array.from(VECTORS.love))
})

test('training rows are grouped by tweet and entity, and development rows are never among them', async () => {
  const { source, development, divided } = await prepareTiny()
  const [brands, messages] = source.corpora.map(({ groups }) => groups)
  expect(brands?.every(variants => variants.length === 2)).toBe(true)
  expect(messages?.every(variants => variants.length === 1)).toBe(true)
  expect(messages).toHaveLength(50)
  expect(development.map(({ length }) => length)).toEqual(divided.map(part => part.development.length))
  expect(development[0]?.length).toBeGreaterThan(0)
  const trained = new Set(brands?.flat().map(({ row }) => row.id))
  expect(development[0]?.some(({ row }) => trained.has(row.id))).toBe(false)
})

test('an example has no entity, one that is found and marked, or one that is not in the text', async () => {
  const corpora = tinyCorpora()
  const row = { id: 'x', entity: 'Acme', text: 'I hate it', label: 'NEGATIVE' as const, isDevelopment: false }
  const { source } = await prepareTiny({ buckets: { test: [], development: [] } }, [
    { ...corpora[0], rows: [...corpora[0].rows, row, { ...row, id: 'y', entity: 'Umbrella', label: 'IRRELEVANT' }] },
    corpora[1],
  ])
  const [brands = [], messages = []] = source.corpora.map(({ groups }) => groups)
  const [found, missing, unknown] = [brands[0]?.[0], brands.at(-2)?.[0], brands.at(-1)?.[0]]
  expect(found?.kind).toBe(1)
  expect(found?.marks.filter(mark => (mark & 1) === 1)).toHaveLength(1)
  expect(missing).toMatchObject({ kind: 2, sentiment: 0 })
  expect(unknown).toMatchObject({ kind: 2, sentiment: -1 })
  expect(messages[0]?.[0]).toMatchObject({ kind: 0 })
})

test('each corpus has its passes and its shares of the sentiments, and only tweets are joined', async () => {
  const [brands, messages] = tinyCorpora()
  const { source } = await prepareTiny({}, [
    { ...brands, passes: 3 },
    { ...messages, isTweets: false, rows: messages.rows.map(row => ({ ...row, entity: 'whole lot' })) },
  ])
  expect(source.corpora.map(({ passes }) => passes)).toEqual([3, 1])
  for (const { shares } of source.corpora) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(source.joinable.flat().length).toBeGreaterThan(0)
  expect(source.joinable.flat().every(({ row }) => row.entity !== 'whole lot')).toBe(true)
  expect(source.material.names.toSorted()).toEqual(['Acme', 'Globex', 'Initech'])
})

test('rows about an entity and whole messages have shares of their own, even in one corpus', async () => {
  const [brands, messages] = tinyCorpora()
  const neutral = messages.rows.map(row => ({ ...row, label: 'NEUTRAL' as const }))
  const polar = brands.rows.filter(({ label }) => label === 'POSITIVE' || label === 'NEGATIVE')
  const { source } = await prepareTiny({}, [{ ...brands, rows: [...polar, ...neutral] }])
  const neutralShares = source.corpora.map(({ groups, shares }) => ({ kind: groups[0]?.[0]?.kind, share: shares[1] }))
  expect(neutralShares.find(({ kind }) => kind === 0)?.share).toBeGreaterThan(0.9)
  expect(neutralShares.find(({ kind }) => kind === 1)?.share).toBeLessThan(0.1)
})

test('foreign words and the placeholder have their own ids', async () => {
  const { source, vocabulary } = await prepareTiny()
  expect(vocabulary[source.placeholder - 1]).toBe('<entity>')
  expect(source.isPolar[vocabulary.indexOf('hate') + 1]).toBe(1)
  expect(source.isPolar[vocabulary.indexOf('nunca') + 1]).toBe(0)
  expect(source.foreign.flatMap(ids => Array.from(ids, id => vocabulary[id - 1]))).toEqual(['nunca', 'él', 'nicht'])
})

test('a trial takes the first rows of each file', async () => {
  const { divided } = await prepareTiny({ limit: 7 })
  expect(divided.map(({ training }) => training.length)).toEqual([7, 7])
})

test('files without a training row are refused', async () => {
  const everything = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const [brands] = tinyCorpora()
  await expect(prepareTiny({ buckets: { test: everything, development: [] } }, [brands])).rejects.toThrow(
    'tiny has no rows to train on',
  )
})
