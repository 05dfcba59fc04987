import { MAX_ALIASES } from '../../entities/add-alias.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Label } from '../../graphql/label.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageSize } from '../../graphql/page.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { parseRange } from '../../time/time-range.ts'
import { TopTerms } from './top-terms.ts'

/** It adds up the terms of every day of the range: up to half a second of the database's time for a year. */
const COST = 200

builder.prismaObjectFields('Entity', t => ({
  topTerms: t.field({
    type: TopTerms,
    description: `The words that tell the tweets of a label from the entity's others; at most ${MAX_PAGE_SIZE}. For \`summaryModel\` unless another is named.`,
    complexity: COST,
    select: { id: true, name: true, aliases: { select: { name: true }, take: MAX_ALIASES } },
    args: {
      range: t.arg({ type: RangeInput }),
      label: t.arg({ type: Label, required: true }),
      first: t.arg.int({ defaultValue: DEFAULT_PAGE_SIZE }),
      model: t.arg.globalID({
        for: ModelVersion,
        description: 'Id of a model version; `summaryModel` where left out.',
      }),
    },
    resolve: async ({ id, name, aliases }, { range, label, first, model }, { terms, models }) => {
      const size = valueOrError(pageSize(first))
      const span = valueOrError(parseRange(range))
      const modelVersion = valueOrError(await models.resolve(model?.id ?? null))
      return terms.top({
        entityId: id,
        names: [name, ...aliases.map(alias => alias.name)],
        modelVersion,
        range: span,
        label,
        first: size,
      })
    },
  }),
}))
