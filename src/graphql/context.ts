import type { Grant } from '../scopes.ts'
import type { PrismaClient } from '../storage/generated/client/client.ts'

/**
 * The context of resolvers: one object for each request, with services that live as long as the server. Each capability adds its service in
 * its own folder, in `<capability>/capability.ts`.
 */
export interface GraphqlContext {
  /** For Pothos's Prisma plugin, which loads the fields of rows. Resolvers call services. */
  readonly database: PrismaClient
  /** What the client may do. */
  readonly grant: Grant
  /** Aborted when the client disconnects before the response. Subscriptions have none: they end in their own way. */
  readonly signal?: AbortSignal
}

/** The part that all requests have in common. */
export type SharedContext = Omit<GraphqlContext, 'grant' | 'signal'>
