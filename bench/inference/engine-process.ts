/**
 * One engine on one model, controlled by lines on standard input; see `messages.ts`. Each engine has its own process.
 * Engines therefore share no memory, compiled code or TensorFlow registries, and the processor time is theirs alone.
 */
import { createInterface } from 'node:readline'
import type { EncodedText } from '../../src/ml/network/engine.ts'
import { loadModel } from '../../src/ml/network/load-model.ts'
import type { Model } from '../../src/ml/network/model.ts'
import { quantiseModel } from '../../src/models/quantise-model.ts'
import type { Tweet } from '../tweets/tweet.ts'
import { openOnnxRuntime } from './engines/onnxruntime-node.ts'
import { openPlainJavascript } from './engines/plain-javascript.ts'
import { openPulso, openPulsoForTexts } from './engines/pulso-wasm.ts'
import { openTfjsNode } from './engines/tfjs-node.ts'
import { openTfjsWasm } from './engines/tfjs-wasm.ts'
import { openSentiment, openVader } from './engines/word-lists.ts'
import type { Question, Timing } from './messages.ts'
import type { Player } from './player.ts'

const inInt8 = (model: Model) => quantiseModel(model, `${model.manifest.name}-int8`)

const TOKEN_PLAYERS: Readonly<Record<string, (model: Model) => Promise<Player<EncodedText>>>> = {
  'pulso-wasm': openPulso,
  'pulso-wasm-int8': model => openPulso(inInt8(model)),
  'plain-javascript': openPlainJavascript,
  'onnxruntime-node': openOnnxRuntime,
  'tfjs-node': openTfjsNode,
  'tfjs-wasm': openTfjsWasm,
}

const TEXT_PLAYERS: Readonly<Record<string, (model: Model) => Promise<Player<Tweet>>>> = {
  'pulso-wasm': openPulsoForTexts,
  'pulso-wasm-int8': model => openPulsoForTexts(inInt8(model)),
  sentiment: openSentiment,
  'vader-sentiment': openVader,
}

const [input, engine = '', modelDirectory = ''] = process.argv.slice(2)
// Libraries print greetings to standard output, which is reserved for results.
console.log = console.error
console.info = console.error

const model = await loadModel(modelDirectory)
if (input === 'text') await serve(await opened(TEXT_PLAYERS[engine]), row => row as Tweet)
else await serve(await opened(TOKEN_PLAYERS[engine]), encodedText)

async function opened<Row>(open: ((model: Model) => Promise<Player<Row>>) | undefined): Promise<Player<Row>> {
  if (open === undefined) throw new Error(`Unknown engine ${engine}.`)
  return open(model)
}

async function serve<Row>(player: Player<Row>, parse: (row: unknown) => Row): Promise<void> {
  let rows: readonly Row[] = []
  const pick = (indexes: readonly number[]) => indexes.map(index => rows[index] as Row)
  const say = (answer: unknown) => process.stdout.write(`${JSON.stringify(answer)}\n`)
  say({ version: player.version })
  for await (const line of createInterface({ input: process.stdin })) {
    const question = JSON.parse(line) as Question
    if (question.ask === 'rows') {
      rows = question.rows.map(parse)
      say({ rows: rows.length })
    } else if (question.ask === 'answer') say({ answers: Array.from(await player.answer(pick(question.rows))) })
    else say(await time(player, question.batches.map(pick), question.leastCpuMs))
  }
}

/** Only complete passes are timed, so that all engines process the same tweets equally often. */
async function time<Row>(player: Player<Row>, batches: readonly Row[][], leastCpuMs: number): Promise<Timing> {
  const size = batches.reduce((sum, { length }) => sum + length, 0)
  const start = process.cpuUsage()
  for (let tweets = size; ; tweets += size) {
    for (const batch of batches) await player.answer(batch)
    const { user, system } = process.cpuUsage(start)
    if (user + system >= leastCpuMs * 1000) return { cpuMicros: user + system, tweets }
  }
}

function encodedText(row: unknown): EncodedText {
  const { tokenIds, marks, context } = row as { tokenIds: number[]; marks: number[] | null; context: number }
  return { tokenIds: Int32Array.from(tokenIds), marks: marks === null ? null : Uint8Array.from(marks), context }
}
