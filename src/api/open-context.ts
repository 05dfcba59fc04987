import type { SharedContext } from '../graphql/context.ts'
import * as capabilities from './capabilities.ts'

type Open = (typeof capabilities)[keyof typeof capabilities]
type Intersection<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer All) => void
  ? All
  : never

/** The resources that all capabilities require, taken from the parameters of their functions. */
export type Opened = Intersection<Parameters<Open>[0]>

/** What the contexts of all requests have in common. Does not compile if a capability extends `GraphqlContext` without providing the value. */
export function openContext(opened: Opened): SharedContext {
  const services = Object.values<(opened: Opened) => object>(capabilities).map(open => open(opened))
  return Object.assign({ database: opened.database }, ...services) as {
    database: SharedContext['database']
  } & Intersection<ReturnType<Open>>
}
