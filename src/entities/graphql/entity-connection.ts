import { builder } from '../../graphql/builder.ts'
import type { Page } from '../../graphql/page.ts'
import type { Entity as EntityRow } from '../../storage/generated/client/client.ts'
import { Entity } from './entity.ts'

export interface EntityConnectionValue extends Page<EntityRow> {
  /** Counts what is on all pages; asked only where a client wants to know. */
  readonly countAll: () => Promise<number>
}

const EntityEdge = builder.edgeObject({ type: Entity, name: 'EntityEdge' })

export const EntityConnection = builder.objectRef<EntityConnectionValue>('EntityConnection').implement({
  fields: t => ({
    edges: t.expose('edges', { type: [EntityEdge], complexity: { field: 1, multiplier: 1 } }),
    pageInfo: t.expose('pageInfo', { type: builder.pageInfoRef() }),
    totalCount: t.int({
      complexity: 10,
      description: 'On all pages together.',
      resolve: ({ countAll }) => countAll(),
    }),
  }),
})
