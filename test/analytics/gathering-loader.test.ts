import { expect, test } from 'vitest'
import { createGatheringLoader } from '../../src/analytics/gathering-loader.ts'

/** Reads that end when they are told to. */
function start(width: number) {
  const reads: { readonly keys: string; end(error?: Error): void }[] = []
  const loader = createGatheringLoader(
    (keys: readonly string[]) =>
      new Promise<readonly string[]>((resolve, reject) => {
        const end = (error?: Error) =>
          error === undefined ? resolve(keys.map(key => key.toUpperCase())) : reject(error)
        reads.push({ keys: keys.join(' '), end })
      }),
    width,
  )
  return { loader, reads, keys: () => reads.map(({ keys }) => keys) }
}
const soon = () => new Promise(resolve => setImmediate(resolve))

test('keys of one turn are read together, and keys that arrive during reads when one of them ends', async () => {
  const { loader, reads, keys } = start(2)
  const first = [loader.load('a'), Promise.resolve().then(() => loader.load('b'))]
  await soon()
  const second = loader.load('c')
  await soon()
  const late = [loader.load('d'), loader.load('a')]
  await soon()
  const later = loader.load('e')
  await soon()
  expect(keys()).toEqual(['a b', 'c'])
  reads[1]?.end()
  expect(await second).toBe('C')
  await soon()
  expect(keys()).toEqual(['a b', 'c', 'd a e'])
  reads[0]?.end()
  reads[2]?.end()
  expect(await Promise.all([...first, ...late, later])).toEqual(['A', 'B', 'D', 'A', 'E'])
})

test('a failed read rejects its callers only, and the next read starts', async () => {
  const { loader, reads, keys } = start(1)
  const failed = loader.load('a')
  await soon()
  const next = loader.load('b')
  await soon()
  reads[0]?.end(new Error('away'))
  await expect(failed).rejects.toThrow('away')
  await soon()
  expect(keys()).toEqual(['a', 'b'])
  reads[1]?.end()
  expect(await next).toBe('B')
})
