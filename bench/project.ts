import { fileURLToPath } from 'node:url'

/** Root directory of the checkout. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url))
