import { Classification } from '../../classification/graphql/classification.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { TICKER_GAP_MS } from '../service.ts'

builder.subscriptionField('classified', t =>
  t.field({
    type: Classification,
    description: `A ticker of what has just been classified and stored, by any process on this database. It is a sample, never all: at most ${1000 / TICKER_GAP_MS} a second, of which the newest is shown and the others are left out; fewer where the client is slow to read. Count with \`sentiment\`, not with this.`,
    complexity: 10,
    args: {
      entity: t.arg.string({
        description:
          'Only about this entity, by its name or an alias in any spelling; it need not be stored yet. Everything where left out.',
      }),
    },
    subscribe: (_root, { entity }, { live }) => valueOrError(live.classified(entity ?? null)),
    resolve: classification => classification,
  }),
)
