import { Classification } from '../../classification/graphql/classification.ts'
import { builder } from '../../graphql/builder.ts'
import type { Page } from '../../graphql/page.ts'
import type { Classification as ClassificationRow } from '../../storage/generated/client/client.ts'

export interface ClassificationConnectionValue extends Page<ClassificationRow> {
  /** Counts what is on all pages; asked only where a client wants to know. */
  readonly countAll: () => Promise<number | null>
  /** Null where nothing but the rows themselves was asked. */
  readonly asOf: Date | null
}

const ClassificationEdge = builder.edgeObject({ type: Classification, name: 'ClassificationEdge' })

export const ClassificationConnection = builder
  .objectRef<ClassificationConnectionValue>('ClassificationConnection')
  .implement({
    fields: t => ({
      edges: t.expose('edges', { type: [ClassificationEdge], complexity: { field: 1, multiplier: 1 } }),
      pageInfo: t.expose('pageInfo', { type: builder.pageInfoRef() }),
      totalCount: t.int({
        nullable: true,
        complexity: 10,
        description:
          'On all pages together, from the counts; null where only reading every row would tell: under an author or a text, or a label and isUncertain at once.',
        resolve: ({ countAll }) => countAll(),
      }),
      asOf: t.expose('asOf', {
        type: 'DateTime',
        nullable: true,
        description:
          'Under a text, what was stored before this time is found: words are indexed within seconds after a tweet is stored, and after a large import within minutes. Null without a text, where everything stored is there.',
      }),
    }),
  })
