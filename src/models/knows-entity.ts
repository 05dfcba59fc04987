import { lettersAndDigits } from '../ml/language/tweet-words/entity-names.ts'
import type { ModelManifest } from '../ml/network/manifest.ts'

/** Whether a model saw enough tweets about an entity in training to read its name as that entity's own. One that reads the text alone knows none. */
export function knowsEntity({ preprocessing }: Pick<ModelManifest, 'preprocessing'>): (name: string) => boolean {
  const entities = preprocessing.kind === 'tweet-words' ? preprocessing.entities : []
  const known = new Set(entities.map(lettersAndDigits))
  return name => known.has(lettersAndDigits(name))
}
