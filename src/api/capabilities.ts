/*
 * The capabilities of the API, one line each. A capability brings its GraphQL types, extends `GraphqlContext`, and is a function from the
 * resources of the process to what it adds to the context.
 */
export { analytics } from '../analytics/capability.ts'
export { classification } from '../classification/capability.ts'
export { entities } from '../entities/capability.ts'
export { explanation } from '../explanation/capability.ts'
export { exports } from '../exports/capability.ts'
export { imports } from '../imports/capability.ts'
export { live } from '../live/capability.ts'
export { models } from '../models/capability.ts'
export { reclassification } from '../reclassification/capability.ts'
export { search } from '../search/capability.ts'
export { terms } from '../terms/capability.ts'
