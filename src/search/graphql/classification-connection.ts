import { Classification } from '../../classification/graphql/classification.ts'
import { builder } from '../../graphql/builder.ts'
import type { Page } from '../../graphql/page.ts'
import type { Classification as ClassificationRow } from '../../storage/generated/client/client.ts'

interface ClassificationConnectionValue extends Page<ClassificationRow> {
  /** Null if only the rows themselves were read. */
  readonly asOf: Date | null
}

export const ClassificationConnection = builder.connectionObject<typeof Classification, ClassificationConnectionValue>({
  type: Classification,
  name: 'ClassificationConnection',
  fields: t => ({
    asOf: t.expose('asOf', {
      type: 'DateTime',
      nullable: true,
      description:
        'With a text, everything stored before this time was searched: words are indexed within seconds after a tweet is stored, and within minutes after a large import. Null without a text, because everything stored is listed.',
    }),
  }),
})
