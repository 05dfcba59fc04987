import { Classification } from '../../classification/graphql/classification.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_TICKS_PER_SECOND } from '../service.ts'

builder.subscriptionField('classified', t =>
  t.field({
    authScopes: { READ: true },
    type: Classification,
    description: `A live sample of classifications as they are stored, by any server process on this database. Emits the latest one, at most ${MAX_TICKS_PER_SECOND} times per second and less often to a slow client; the others are skipped. Use \`sentiment\` to count.`,
    complexity: 10,
    args: {
      entity: t.arg.string({
        description:
          'Only classifications about this entity, by its name or an alias in any spelling; it need not be stored yet. If omitted, classifications about every entity and about none.',
      }),
    },
    subscribe: (_root, { entity }, { live }) => valueOrError(live.classified(entity ?? null)),
    resolve: classification => classification,
  }),
)
