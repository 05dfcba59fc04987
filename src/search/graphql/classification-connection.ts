import { Classification } from '../../classification/graphql/classification.ts'
import { builder } from '../../graphql/builder.ts'
import type { Page } from '../../graphql/page.ts'
import type { Classification as ClassificationRow } from '../../storage/generated/client/client.ts'
import type { ListLength } from '../count-rows.ts'

interface ClassificationConnectionValue extends Page<ClassificationRow> {
  /** Null without a text. */
  readonly asOf: Date | null
  readonly measure: () => Promise<ListLength>
}

export const ClassificationConnection = builder.connectionObject<typeof Classification, ClassificationConnectionValue>({
  type: Classification,
  name: 'ClassificationConnection',
  fields: t => ({
    minimumCount: t.int({
      nullable: true,
      complexity: 10,
      description:
        'The number of elements on all pages together, or a lower bound of it: equal to `totalCount` unless that is null.',
      resolve: async ({ measure }) => (await measure()).atLeast,
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      nullable: true,
      description:
        'With a text: the search covers everything stored before this time. A tweet is indexed within seconds after it is stored, and within minutes after a large import. Null without a text, because the list then covers everything.',
    }),
  }),
})
