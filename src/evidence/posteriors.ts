import type { ErrorModel } from '../estimates/error-model.ts'
import { type LabelPosterior, labelPosterior } from '../estimates/label-posterior.ts'
import type { LabelledCounts } from '../estimates/log-likelihood.ts'
import { type ShiftPosterior, shiftPosterior } from '../estimates/shift-posterior.ts'
import { priorOf, type ShiftPrior } from '../estimates/shift-prior.ts'

/** What is known of an entity's errors after its labels. */
export interface EntityPosterior {
  readonly prior: ShiftPrior
  readonly shift: ShiftPosterior
  readonly labels: LabelPosterior
}

export interface Posteriors {
  posterior(errors: ErrorModel, labelled: LabelledCounts): EntityPosterior
  /** `LabelPosterior.centralShares`, which a ranking needs of every labelled entity. */
  centralShares(errors: ErrorModel, labelled: LabelledCounts): Float64Array
}

/** A posterior takes up to 800 kB with its moments, and some milliseconds to compute. */
const MOST_POSTERIORS = 50
const MOST_SHARES = 20_000

/** Computes posteriors and keeps the last ones. Entities without labels share one. */
export function createPosteriors(): Posteriors {
  const posteriors = createCache<EntityPosterior>(MOST_POSTERIORS)
  const shares = createCache<Float64Array>(MOST_SHARES)
  const posterior: Posteriors['posterior'] = (errors, labelled) =>
    posteriors(errors, labelled, () => compute(errors, labelled))
  return {
    posterior,
    centralShares: (errors, labelled) =>
      shares(errors, labelled, () => posterior(errors, labelled).labels.centralShares),
  }
}

/** Keeps the values that were used last, for each error model. */
function createCache<T>(most: number) {
  const kept = new WeakMap<ErrorModel, Map<string, T>>()
  return (errors: ErrorModel, labelled: LabelledCounts, make: () => T): T => {
    const ofModel = kept.get(errors) ?? new Map<string, T>()
    kept.set(errors, ofModel)
    const name = labelled.some(counts => counts.some(count => count > 0)) ? JSON.stringify(labelled) : ''
    const value = ofModel.get(name) ?? make()
    ofModel.delete(name)
    ofModel.set(name, value)
    const [oldest] = ofModel.keys()
    if (ofModel.size > most && oldest !== undefined) ofModel.delete(oldest)
    return value
  }
}

function compute(errors: ErrorModel, labelled: LabelledCounts): EntityPosterior {
  const prior = priorOf(errors)
  const shift = shiftPosterior(labelled, errors, prior)
  return { prior, shift, labels: labelPosterior(labelled, errors, shift) }
}
