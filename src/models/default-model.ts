/** The model that a release activates. */
export const DEFAULT_MODEL = 'pulso'

/** The model behind the REST route of the original service, regardless of the default. */
export const SEED_MODEL = 'seed-lstm'
