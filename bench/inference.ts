import { Command, InvalidArgumentError } from 'commander'
import { seededRandom } from '../src/evaluation/seeded-random.ts'
import { type EncodedText, tokensAlone } from '../src/network/encoded-text.ts'
import { createKernel } from '../src/network/kernel.ts'
import type { Model } from '../src/network/load-model.ts'
import { createTensorFlowEngine } from '../src/network/tensorflow-engine.ts'
import { isTensorFlowInstalled } from '../src/tensorflow/load.ts'
import { randomBilstm, randomModel } from '../test/network/random-model.ts'
import { createPlainNetwork } from './plain-network.ts'

type Batch = readonly EncodedText[]

/** Something that answers encoded texts; all of a network's contenders with the same weights. */
interface Contender {
  readonly name: string
  readonly answer: (rows: Batch) => Float32Array | Promise<Float32Array>
}

/** A network with its tweets, and who answers them. Speed does not depend on the values of the weights. */
interface Match {
  readonly title: string
  readonly tweets: Batch
  readonly contenders: readonly Contender[]
}

const BATCH_SIZES = [1, 32] as const
const TWEETS = 320
/** A contender is timed for at least so long a batch size and round; at least one batch. */
const MIN_CPU_MS = 300

export function inferenceBenchmark(): Command {
  return new Command('inference')
    .description(
      "one thread's CPU time for a tweet through the seed's LSTM and a pooled BiLSTM: the kernel, plain JavaScript, tfjs-node",
    )
    .option('--rounds <number>', 'how often each is timed; the median counts', wholeNumber, 5)
    .action(({ rounds }: { rounds: number }) => run(rounds))
}

async function run(rounds: number): Promise<void> {
  for (const match of [await lstmMatch(), await pooledMatch()]) {
    console.log(`${match.title}\n${table(await play(match, rounds))}\n`)
  }
  if (!isTensorFlowInstalled()) console.log('tfjs-node is not installed; `npm run tensorflow` installs it.')
}

/** The median of each contender's times, one for each batch size. */
async function play({ contenders, tweets }: Match, rounds: number): Promise<ReadonlyMap<string, readonly number[]>> {
  await checkAgreement(contenders, tweets)
  const medians = new Map<string, number[]>()
  for (const size of BATCH_SIZES) {
    const batches = Array.from({ length: TWEETS / size }, (_, index) => tweets.slice(index * size, (index + 1) * size))
    const times = contenders.map((): number[] => [])
    // In turns, so that a busy minute of the machine hits all of them.
    for (let round = 0; round < rounds; round++) {
      for (const [index, { answer }] of contenders.entries()) times[index]?.push(await cpuMicroseconds(answer, batches))
    }
    for (const [index, { name }] of contenders.entries()) {
      medians.set(name, [...(medians.get(name) ?? []), median(times[index] ?? [])])
    }
  }
  return medians
}

/** The seed's network and lengths as in real tweets, once unknown words are dropped: log-normal with a mean of 17 and a median of 13. */
async function lstmMatch(): Promise<Match> {
  const [words, maxTokens] = [1999, 166]
  const model = randomModel(1, { words, maxTokens, embeddingSize: 128, hiddenSize: 196 })
  const random = seededRandom(1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const tweets = Array.from({ length: TWEETS }, () => {
    const length = Math.min(maxTokens, Math.round(13 * Math.exp(0.7 * normal())))
    return tokensAlone(Int32Array.from({ length }, () => 1 + Math.floor(random() * words)))
  })
  const plain = createPlainNetwork(model)
  const contenders = [
    await kernelContender(model),
    { name: 'plain JavaScript', answer: (rows: Batch) => plain(rows.map(({ tokenIds }) => tokenIds)) },
    ...(await tensorFlowContenders(model)),
  ]
  return { title: 'Embedding > LSTM 196 > Dense, 17 tokens a tweet', tweets, contenders }
}

/** Tweets of 20 tokens, their words drawn as Zipf's law has it from a vocabulary of 60,000, two of them the entity's. */
async function pooledMatch(): Promise<Match> {
  const words = 60_000
  const model = randomBilstm(1, {
    words,
    maxTokens: 64,
    embeddingSize: 106,
    marks: 3,
    hiddenSize: 64,
    denseSize: 48,
    contextHeads: Array.from({ length: 100 }, (_, context) => context % 8),
    heads: 8,
  })
  const random = seededRandom(1)
  const tweets = Array.from({ length: TWEETS }, (_, index) => ({
    tokenIds: Int32Array.from({ length: 20 }, () => Math.floor(words ** random())),
    marks: Uint8Array.from({ length: 20 }, (_, at) => Number(at === index % 19 || at === (index % 19) + 1)),
    context: index % 100,
  }))
  const contenders = [await kernelContender(model), ...(await tensorFlowContenders(model))]
  return { title: 'Word vectors > BiLSTM 64 > pooling > Dense, 20 tokens a tweet', tweets, contenders }
}

const kernelContender = async (model: Model): Promise<Contender> => ({
  name: 'WebAssembly kernel',
  answer: await createKernel(model),
})

async function tensorFlowContenders(model: Model): Promise<Contender[]> {
  if (!isTensorFlowInstalled()) return []
  const engine = await createTensorFlowEngine(model)
  return [{ name: 'tfjs-node, stock layers', answer: rows => engine.predict(rows) }]
}

/** A benchmark of a wrong answer is worth nothing. */
async function checkAgreement(contenders: readonly Contender[], tweets: Batch): Promise<void> {
  const sample = tweets.slice(0, 32)
  const [reference, ...others] = await Promise.all(contenders.map(({ answer }) => answer(sample)))
  for (const [index, answers] of others.entries()) {
    const difference = answers.reduce((most, value, at) => Math.max(most, Math.abs(value - (reference?.[at] ?? 0))), 0)
    if (!(difference < 1e-5)) {
      throw new Error(`${contenders[index + 1]?.name} differs from the kernel by ${difference}; nothing was timed.`)
    }
  }
}

/** CPU time for one tweet, over all threads of the process: other programs on the machine do not count. */
async function cpuMicroseconds(answer: Contender['answer'], batches: readonly Batch[]): Promise<number> {
  const start = process.cpuUsage()
  let tweets = 0
  for (let index = 0; ; index = (index + 1) % batches.length) {
    const batch = batches[index] ?? []
    await answer(batch)
    tweets += batch.length
    const { user, system } = process.cpuUsage(start)
    if (user + system > MIN_CPU_MS * 1000) return (user + system) / tweets
  }
}

function table(medians: ReadonlyMap<string, readonly number[]>): string {
  const kernel = [...medians.values()][0] ?? []
  const header = ['us CPU a tweet', ...BATCH_SIZES.flatMap(size => [`batch ${size}`, 'x kernel'])]
  const rows = [...medians].map(([name, times]) => [
    name,
    ...times.flatMap((time, index) => [time.toFixed(0), (time / (kernel[index] ?? Number.NaN)).toFixed(1)]),
  ])
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map(row => (row[column] ?? '').length)))
  return [header, ...rows]
    .map(row =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It should be a whole number from 1 to 999.')
}
