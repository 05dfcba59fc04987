import { fileURLToPath } from 'node:url'

/** Where the checkout lies. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url))
