import type { ModelManifest } from '../network/manifest.ts'

/** Kinds of preprocessing that see the text alone. */
const TEXT_ALONE: readonly string[] = ['keras-tokenizer']

/** Whether a model's answer can depend on the entity that is asked about; its manifest's kind of preprocessing says so. */
export const readsEntity = ({ preprocessing }: Pick<ModelManifest, 'preprocessing'>): boolean =>
  !TEXT_ALONE.includes(preprocessing.kind)
