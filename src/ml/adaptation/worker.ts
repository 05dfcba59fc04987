import type { AdaptationTask } from './adapt-in-thread.ts'
import { type AdaptationResult, adaptModel } from './adapt-model.ts'

/** Adapts a model in a thread of its own; Piscina calls it. */
export default ({ model, mentions, name }: AdaptationTask): Promise<AdaptationResult> =>
  adaptModel(model, mentions, name)
