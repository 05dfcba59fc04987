/** The model that answers unless another is named. */
export const DEFAULT_MODEL = 'pulso'

/** The model that the REST route of the original service promises, whichever is the default. */
export const SEED_MODEL = 'seed-lstm'
