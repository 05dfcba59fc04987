import type { EncodedText } from '../../../src/ml/network/engine.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import type { Player } from '../player.ts'
import { createPlainNetwork } from './plain-network.ts'

export async function openPlainJavascript(model: Model): Promise<Player<EncodedText>> {
  const answer = createPlainNetwork(model)
  return { version: `Node ${process.versions.node}`, answer: rows => answer(rows.map(({ tokenIds }) => tokenIds)) }
}
