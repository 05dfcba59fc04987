import { afterEach, describe, expect, test, vi } from 'vitest'
import { type BatcherOptions, createBatcher } from '../../../src/ml/network/batcher.ts'
import { ClientGoneError, type Mention, OverloadedError, type Scores } from '../../../src/ml/network/classifier.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A batcher whose threads respond on command. */
function start(options: Partial<BatcherOptions> = {}) {
  const batches: { texts: string[]; answer: () => void; fail: (error: Error) => void }[] = []
  const batcher = createBatcher({
    threads: 1,
    largestBatch: 4,
    longestWaitMs: 0,
    maxQueuedMentions: 100,
    score: mentions =>
      new Promise((resolve, reject) => {
        const texts = mentions.map(({ text }) => text)
        batches.push({ texts, answer: () => resolve(texts.map(scoresOf)), fail: reject })
      }),
    ...options,
  })
  const shown = () => batches.map(({ texts }) => texts.join(' '))
  const answerAll = async () => {
    await endOfTurn()
    for (let at = 0; at < batches.length; at++) {
      batches[at]?.answer()
      await endOfTurn()
    }
  }
  return { batcher, batches, shown, answerAll }
}

const endOfTurn = () => new Promise(resolve => setImmediate(resolve))

/** Scores that identify their text. */
const scoresOf = (text: string) => ({ label: text }) as unknown as Scores
const mentions = (texts: string): Mention[] => texts.split(' ').map(text => ({ text, entity: null }))
const labels = (scores: readonly Scores[]) => scores.map(({ label }) => label).join(' ')

describe('batches', () => {
  test('hold the calls of one turn of the event loop, and grow with the queue', async () => {
    const { batcher, shown, answerAll } = start()
    const answers = ['a', 'b'].map(texts => batcher.score(mentions(texts)))
    expect(shown()).toEqual([])
    await endOfTurn()
    expect(shown()).toEqual(['a b'])
    answers.push(...['c', 'd e', 'f g'].map(texts => batcher.score(mentions(texts))))
    await answerAll()
    expect(shown()).toEqual(['a b', 'c d e f', 'g'])
    expect((await Promise.all(answers)).map(labels)).toEqual(['a', 'b', 'c', 'd e', 'f g'])
  })

  test('spread one call over the idle threads', async () => {
    const { batcher, shown, answerAll } = start({ threads: 3 })
    const first = batcher.score(mentions('a'))
    await endOfTurn()
    const second = batcher.score(mentions('b c d e f g'))
    await endOfTurn()
    expect(shown()).toEqual(['a', 'b c d', 'e f g'])
    await answerAll()
    expect([labels(await first), labels(await second)]).toEqual(['a', 'b c d e f g'])
  })

  test('wait for more mentions if allowed, until they are full or the time is up', async () => {
    vi.useFakeTimers()
    const { batcher, shown } = start({ threads: 3, largestBatch: 2, longestWaitMs: 20 })
    void batcher.score(mentions('a'))
    expect(shown()).toEqual([])
    await vi.advanceTimersByTimeAsync(10)
    void batcher.score(mentions('b'))
    await vi.advanceTimersByTimeAsync(1)
    expect(shown()).toEqual(['a b'])
    void batcher.score(mentions('c'))
    await vi.advanceTimersByTimeAsync(18)
    expect(shown()).toEqual(['a b'])
    await vi.advanceTimersByTimeAsync(2)
    expect(shown()).toEqual(['a b', 'c'])
  })

  test('that fail reject the calls they contain a part of, and no others', async () => {
    const { batcher, batches, shown, answerAll } = start()
    const answers = [batcher.score(mentions('a'))]
    await endOfTurn()
    answers.push(...['b c d', 'e f g', 'h'].map(texts => batcher.score(mentions(texts))))
    const settled = Promise.allSettled(answers)
    batches[0]?.answer()
    await endOfTurn()
    batches[1]?.fail(new Error('broken'))
    await answerAll()
    expect(shown()).toEqual(['a', 'b c d e', 'h'])
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  })
})

describe('interactive requests', () => {
  test('overtake bulk that came before them', async () => {
    const { batcher, shown, answerAll } = start({ largestBatch: 1 })
    void batcher.score(mentions('1 2 3 4 5 6'), { isBulk: true })
    await endOfTurn()
    void batcher.score(mentions('a'))
    await answerAll()
    expect(shown()).toEqual(['1 2 3 4', 'a', '5 6'])
  })

  test('leave every fourth batch to bulk, with four times as many mentions, under any load', async () => {
    const { batcher, shown, answerAll } = start({ largestBatch: 1 })
    void batcher.score(mentions('1 2 3 4 5 6 7 8 9'), { isBulk: true })
    await endOfTurn()
    void batcher.score(mentions('a b c d e f g'))
    await answerAll()
    expect(shown()).toEqual(['1 2 3 4', 'a', 'b', 'c', '5 6 7 8', 'd', 'e', 'f', '9', 'g'])
  })

  test('are not refused because an import fills its own queue', async () => {
    const { batcher, answerAll } = start({ maxQueuedMentions: 5 })
    void batcher.score(mentions('1 2 3 4 5'), { isBulk: true })
    await expect(batcher.score(mentions('6'), { isBulk: true })).rejects.toThrow(OverloadedError)
    const answer = batcher.score(mentions('a b'))
    await answerAll()
    expect(labels(await answer)).toBe('a b')
  })
})

describe('a client that disconnected', () => {
  test('causes no further computation, and makes room for others', async () => {
    const { batcher, shown, answerAll } = start({ maxQueuedMentions: 7 })
    const leaving = new AbortController()
    const left = batcher.score(mentions('a b c d e'), leaving)
    await endOfTurn()
    const staying = batcher.score(mentions('f g'))
    await expect(batcher.score(mentions('h'))).rejects.toThrow(OverloadedError)
    leaving.abort()
    await expect(left).rejects.toThrow(ClientGoneError)
    const next = batcher.score(mentions('h'))
    await answerAll()
    expect(shown()).toEqual(['a b c d', 'f g h'])
    expect([labels(await staying), labels(await next)]).toEqual(['f g', 'h'])
  })

  test('before the call is not served at all', async () => {
    const { batcher, shown } = start()
    await expect(batcher.score(mentions('a'), { signal: AbortSignal.abort() })).rejects.toThrow(ClientGoneError)
    expect(shown()).toEqual([])
  })
})

test('draining waits for accepted mentions, and returns at once without any', async () => {
  const { batcher, answerAll } = start()
  await batcher.drain()
  const answers: string[] = []
  void batcher.score(mentions('a b c d e')).then(scores => answers.push(labels(scores)))
  const drained = batcher.drain()
  await answerAll()
  await drained
  expect(answers).toEqual(['a b c d e'])
})
