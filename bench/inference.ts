import { Command, InvalidArgumentError } from 'commander'
import { seededRandom } from '../src/evaluation/seeded-random.ts'
import { createKernel } from '../src/network/kernel.ts'
import { createTensorFlowEngine } from '../src/network/tensorflow-engine.ts'
import { isTensorFlowInstalled } from '../src/tensorflow/load.ts'
import { randomModel } from '../test/network/random-model.ts'
import { createPlainNetwork } from './plain-network.ts'

/** Something that answers rows of token ids; all of them with the same weights. */
interface Contender {
  readonly name: string
  readonly answer: (rows: readonly Int32Array[]) => Float32Array | Promise<Float32Array>
}

type Batch = readonly Int32Array[]

/** The seed's network. Speed does not depend on the values of the weights. */
const SHAPE = { words: 1999, embeddingSize: 128, hiddenSize: 196, maxTokens: 166 }
const BATCH_SIZES = [1, 32] as const
const TWEETS = 320
/** A contender is timed for at least so long a batch size and round; at least one batch. */
const MIN_CPU_MS = 300

export function inferenceBenchmark(): Command {
  return new Command('inference')
    .description(
      "one thread's CPU time for a tweet through the seed's LSTM: the WebAssembly kernel, plain JavaScript, tfjs-node",
    )
    .option('--rounds <number>', 'how often each is timed; the median counts', wholeNumber, 5)
    .action(({ rounds }: { rounds: number }) => run(rounds))
}

async function run(rounds: number): Promise<void> {
  const tweets = inventTweets(TWEETS)
  const contenders = await createContenders()
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
  console.log(table(medians))
  if (!isTensorFlowInstalled()) console.log('tfjs-node is not installed; `npm run tensorflow` installs it.')
}

async function createContenders(): Promise<Contender[]> {
  const model = randomModel(1, SHAPE)
  const contenders: Contender[] = [
    { name: 'WebAssembly kernel', answer: await createKernel(model) },
    { name: 'plain JavaScript', answer: createPlainNetwork(model) },
  ]
  if (!isTensorFlowInstalled()) return contenders
  const engine = await createTensorFlowEngine(model)
  return [...contenders, { name: 'tfjs-node, stock layers', answer: rows => engine.predict(rows) }]
}

/** Lengths as in real tweets, once unknown words are dropped: log-normal with a mean of 17 and a median of 13. */
function inventTweets(count: number): Int32Array[] {
  const random = seededRandom(1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Array.from({ length: count }, () => {
    const length = Math.min(SHAPE.maxTokens, Math.round(13 * Math.exp(0.7 * normal())))
    return Int32Array.from({ length }, () => 1 + Math.floor(random() * SHAPE.words))
  })
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
