import type { KerasTokenizerPreprocessing, ModelManifest } from '../network/manifest.ts'

export type KerasNetwork = Extract<ModelManifest['network'], { kind: 'embedding-lstm-dense' }>

export interface KerasManifest extends Omit<ModelManifest, 'network' | 'preprocessing'> {
  readonly network: KerasNetwork
  readonly preprocessing: KerasTokenizerPreprocessing
}

/** A model card with the facts of the imported files; the rest is left to the model's owner. */
export function importedCard(
  { name, labels, network, preprocessing, provenance }: KerasManifest,
  from: { readonly model: string; readonly tokenizer: string },
): string {
  const { vocabularySize, embeddingSize, hiddenSize, padding } = network
  const shown = labels.map(label => label.toLowerCase()).join(', ')
  const shorter = padding === 'none' ? 'shorter texts are not padded' : 'shorter texts are padded in front with zeros'
  const cut = preprocessing.truncating === 'post' ? 'the last' : 'the first'
  return `# Model card: ${name}

## Model
Embedding ${vocabularySize} x ${embeddingSize} > LSTM ${hiddenSize} > ${labels.length} labels (${shown}), made with ${provenance.runtime}. Imported from
\`${from.model}\` and \`${from.tokenizer}\`. It reads at most ${preprocessing.maxTokens} tokens of a text: longer texts lose ${cut} ones, ${shorter}.
It ignores the entity of a mention.

## Intended use, data, training
Unknown: the imported files do not describe the training data, the accuracy or the limits of the model. The owner of the
model should describe them here.

## Results
None yet. Run \`pulso evaluate --model ${name} --data FILE --save\` to measure it. Its training tweets are unknown, so a
leaky test cannot be detected.
`
}
