import { beforeEach, describe, expect, test } from 'vitest'
import type { Classifier } from '../../src/ml/network/classifier.ts'
import { createLoadedModels, type LoadedModels } from '../../src/models/loaded-models.ts'
import { UsageError } from '../../src/problem/problem.ts'

/** Events in order: `+name` loaded, `-name` closed. */
let events: string[]
let models: LoadedModels
let broken: Set<string>

const classifierOf = (version: string): Classifier => ({
  manifest: {} as Classifier['manifest'],
  version,
  classify: async () => [],
  close: async () => {
    events.push(`-${version}`)
  },
})

beforeEach(() => {
  events = []
  broken = new Set()
  models = createLoadedModels({
    load: async version => {
      await new Promise(resolve => setTimeout(resolve, 5))
      if (broken.has(version)) throw new UsageError(`/secret/folder/${version} cannot be read (ENOENT).`)
      events.push(`+${version}`)
      return classifierOf(version)
    },
    maxOthers: 2,
    log: message => events.push(message),
  })
})

const ask = (version: string) => models.use(version, async classifier => classifier.version)

/** Uses a version until the returned function is called. */
function hold(version: string): { readonly answer: Promise<unknown>; release(): void } {
  let release = () => {}
  const until = new Promise<void>(resolve => {
    release = resolve
  })
  return { answer: models.use(version, () => until), release }
}

describe('models that are loaded on demand', () => {
  test('are loaded once, also by concurrent requests, and stay loaded', async () => {
    const answers = await Promise.all([ask('a'), ask('a'), ask('a')])
    expect(answers).toEqual(Array(3).fill({ ok: true, value: 'a' }))
    await ask('a')
    expect(events).toEqual(['+a'])
  })

  test('make room for others, the least recently used one first', async () => {
    for (const version of ['a', 'b', 'a', 'c']) await ask(version)
    expect(events).toEqual(['+a', '+b', '-b', '+c'])
  })

  test('are not closed while they are in use', async () => {
    const held = hold('a')
    await ask('b')
    await ask('c')
    expect(events).toEqual(['+a', '+b', '-b', '+c'])
    held.release()
    await held.answer
  })

  test('never exceed the limit: a request beyond it is refused for the moment', async () => {
    const [one, two] = [hold('a'), hold('b')]
    expect(await ask('c')).toMatchObject({ ok: false, problem: { code: 'OVERLOADED' } })
    one.release()
    await one.answer
    expect(await ask('c')).toEqual({ ok: true, value: 'c' })
    two.release()
    await two.answer
  })

  test('do not count models that are kept, which stay loaded', async () => {
    models.keep(['active'])
    await ask('active')
    for (const version of ['a', 'b', 'c', 'd']) await ask(version)
    expect(events).not.toContain('-active')
    models.keep([])
    await ask('a')
    expect(events).toContain('-active')
  })
})

describe('a model that cannot be loaded', () => {
  test('is unavailable, and only the log has its path', async () => {
    broken.add('a')
    const answer = await ask('a')
    expect(answer).toMatchObject({ ok: false, problem: { code: 'UNAVAILABLE' } })
    expect(JSON.stringify(answer)).not.toContain('/secret')
    expect(events).toEqual([expect.stringContaining('/secret/folder/a')])
    await expect(models.prepare('a')).rejects.toThrow('/secret/folder/a')
  })

  test('is tried again by the next request', async () => {
    broken.add('a')
    await ask('a')
    broken.clear()
    expect(await ask('a')).toEqual({ ok: true, value: 'a' })
  })
})

test('an error of the work is rethrown, and frees the model', async () => {
  const failing = models.use('a', () => Promise.reject(new RangeError('no')))
  await expect(failing).rejects.toThrow(RangeError)
  for (const version of ['b', 'c']) expect(await ask(version)).toMatchObject({ ok: true })
})

test('closing closes every model', async () => {
  await Promise.all([ask('a'), ask('b')])
  await models.close()
  expect(events.slice(2).sort()).toEqual(['-a', '-b'])
})
