import { join } from 'node:path'
import { startProgress } from '../src/cli/progress.ts'
import { MODELS_DIRECTORY } from '../src/config.ts'
import { loadModel } from '../src/ml/network/load-model.ts'
import { isTensorFlowInstalled } from '../src/ml/tensorflow/load.ts'
import { DEFAULT_MODEL } from '../src/models/default-model.ts'
import { type BenchDocument, benchDocumentSchema } from './document.ts'
import type { InstalledPeers } from './inference/contenders.ts'
import type { Match } from './inference/match.ts'
import { textMatch, tokenMatches } from './inference/matches.ts'
import type { Measurement } from './inference/measurement.ts'
import { FULL_PASSES, type PassSizes, QUICK_PASSES, tweetsFor } from './inference/passes.ts'
import { type PlayOptions, play, timingsOf } from './inference/play.ts'
import { measureReloadingService } from './inference/reloading-service.ts'
import { describeMachine } from './machine.ts'
import { installNpmPeers } from './peers/install-npm-peers.ts'
import { installPythonPeers } from './peers/install-python-peers.ts'
import type { Figure } from './service/figure.ts'
import { measureService } from './service/measure-service.ts'
import { FULL_SERVICE, QUICK_SERVICE } from './service/sizes.ts'
import { madeUpTweets } from './tweets/made-up-tweets.ts'
import { readTweets } from './tweets/read-tweets.ts'
import type { Tweet } from './tweets/tweet.ts'

export interface RunOptions {
  readonly quick: boolean
  /** If false, only Pulso is measured and nothing is installed. */
  readonly peers: boolean
  readonly service: boolean
  readonly inference: boolean
  readonly data?: string
  readonly columns?: string
  readonly rounds?: number
  /** The largest number of tweets in a pass. */
  readonly tweets?: number
  /** Rows of each imported file. */
  readonly rows?: number
  /** Duration of each load. */
  readonly seconds?: number
}

type Say = (line: string) => void

/** Runs the requested parts one after the other, because parallel parts would disturb each other. */
export async function runAll(options: RunOptions, now: Date, say: Say): Promise<BenchDocument> {
  const machine = describeMachine(now)
  const sizes = limited(options.quick ? QUICK_PASSES : FULL_PASSES, options.tweets)
  const { peers, notices } = findPeers(options, say)
  const { vocabulary } = await loadModel(join(MODELS_DIRECTORY, DEFAULT_MODEL))
  const tweets =
    options.data === undefined
      ? Array.from({ length: tweetsFor(sizes) }, madeUpTweets(vocabulary, 1))
      : await readTweets(options.data, options.columns ?? null, tweetsFor(sizes))
  const measured = options.inference
    ? await measureInference({ tweets, sizes, peers, options, say })
    : { inference: [], textToLabel: [] }
  const next = options.data === undefined ? madeUpTweets(vocabulary, 2) : inTurn(tweets)
  return benchDocumentSchema.parse({
    machine,
    isQuick: options.quick,
    tweets:
      options.data === undefined
        ? 'Tweets are synthetic, with the lengths and word frequencies of real ones.'
        : `Tweets are ${tweets.length} from a file.`,
    ...measured,
    service: options.service ? [...(await serviceFigures(options, next, say))] : [],
    notices,
  } satisfies BenchDocument)
}

function findPeers({ quick, peers, inference }: RunOptions, say: Say) {
  const notices: string[] = []
  const leaveOut = (notice: string) => {
    notices.push(notice)
    say(notice)
  }
  const found: InstalledPeers = {
    hasNpmPeers: peers && inference && installNpmPeers(say),
    hasTensorFlow: peers && inference && isTensorFlowInstalled(),
    python: peers && inference && !quick ? installPythonPeers(say) : null,
  }
  if (peers && inference) {
    if (!found.hasNpmPeers)
      leaveOut('onnxruntime-node, tfjs-wasm, sentiment and vader-sentiment: npm could not install them.')
    if (!found.hasTensorFlow) leaveOut('tfjs-node: not installed; run `npm run tensorflow`.')
    if (!quick && found.python === null)
      leaveOut('Keras and the Flask service: Python 3 or pip could not install them.')
    // Checked in November 2026: it loads weights from its own host, and no npm package contains a sentiment model for
    // it.
    leaveOut(
      'Transformers.js: no npm package contains a sentiment model for it, and this benchmark downloads no models.',
    )
  }
  return { peers: found, notices }
}

interface InferenceRun {
  readonly tweets: readonly Tweet[]
  readonly sizes: PassSizes
  readonly peers: InstalledPeers
  readonly options: RunOptions
  readonly say: Say
}

async function measureInference({ tweets, sizes, peers, options, say }: InferenceRun) {
  const { quick, rounds = quick ? 3 : 5 } = options
  const limits = quick ? { rounds, leastCpuMs: 60, mostCpuMs: 300 } : { rounds, leastCpuMs: 300, mostCpuMs: 15_000 }
  const inference: Measurement[] = []
  for (const match of await tokenMatches(tweets, sizes, peers)) inference.push(...(await playWatched(match, limits)))
  const textToLabel = [...(await playWatched(textMatch(tweets, sizes, peers), limits))]
  if (peers.python !== null) {
    say('A Flask service that loads its model for each request ...')
    const reference = textToLabel.find(({ batch }) => batch === 1)?.cpuMicrosPerTweet ?? Number.NaN
    textToLabel.push(await measureReloadingService(peers.python, tweets, reference))
  }
  return { inference, textToLabel }
}

async function playWatched(match: Match, options: Omit<PlayOptions, 'onTimed'>): Promise<readonly Measurement[]> {
  const total = timingsOf(match, options.rounds)
  const bar = startProgress({ label: `inference: ${match.title}`, total, unit: 'timings' })
  let timed = 0
  try {
    return await play(match, { ...options, onTimed: () => bar.update(++timed) })
  } finally {
    bar.stop()
  }
}

function serviceFigures({ quick, rows, seconds }: RunOptions, next: () => Tweet, say: Say): Promise<readonly Figure[]> {
  return measureService({
    ...(quick ? QUICK_SERVICE : FULL_SERVICE),
    ...(rows && { rows, feedRows: rows }),
    ...(seconds && { seconds }),
    next,
    say,
  })
}

/** Limits passes to this number of tweets. */
function limited(sizes: PassSizes, most = Number.POSITIVE_INFINITY): PassSizes {
  const limit = (counts: PassSizes['random']) =>
    Object.fromEntries(Object.entries(counts).map(([size, count]) => [size, Math.min(count, most)]))
  return { ...sizes, random: limit(sizes.random), sorted: limit(sizes.sorted) }
}

function inTurn(tweets: readonly Tweet[]): () => Tweet {
  let at = 0
  return () => tweets[at++ % tweets.length] as Tweet
}
