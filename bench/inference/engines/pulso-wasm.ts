import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { createTextScorer } from '../../../src/ml/network/score-texts.ts'
import type { Tweet } from '../../tweets/tweet.ts'
import type { Player } from '../player.ts'

/** Token ids to probabilities, as in a worker thread of the server. */
export async function openPulso(model: Model) {
  const engine = await createKernelEngine(model)
  return { version: model.version, answer: engine.predict }
}

/** Text and entity to label, including normalising, tokenising and finding the entity's words. */
export async function openPulsoForTexts(model: Model): Promise<Player<Tweet>> {
  const score = createTextScorer(model, await createKernelEngine(model))
  return { version: model.version, answer: async tweets => (await score(tweets)).map(({ confidence }) => confidence) }
}
