/*
 * The capabilities of the API, one line each. A capability defines its GraphQL types and extends `GraphqlContext`. It exports a function that
 * creates its part of the context from the opened resources of the process.
 */
export { access } from '../access/capability.ts'
export { adaptation } from '../adaptation/capability.ts'
export { analysis } from '../analysis/capability.ts'
export { analytics } from '../analytics/capability.ts'
export { classification } from '../classification/capability.ts'
export { deletion } from '../deletion/capability.ts'
export { entities } from '../entities/capability.ts'
export { estimation } from '../estimation/capability.ts'
export { explanation } from '../explanation/capability.ts'
export { exports } from '../exports/capability.ts'
export { imports } from '../imports/capability.ts'
export { labelling } from '../labelling/capability.ts'
export { live } from '../live/capability.ts'
export { models } from '../models/capability.ts'
export { reclassification } from '../reclassification/capability.ts'
export { search } from '../search/capability.ts'
export { terms } from '../terms/capability.ts'
