import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { agreedLabel } from '../agreed-label.ts'

/** A tweet has one classification for each entity and model version; nobody has needed more of them at once. */
const MOST_CLASSIFICATIONS = 100

builder.prismaNode('Tweet', {
  description:
    'A text as it was given, identified by its external id and the hash of its text; without an external id each call makes a new one.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    externalId: t.exposeString('externalId', {
      nullable: true,
      description: 'The id that it has where it comes from.',
    }),
    text: t.exposeString('text'),
    postedAt: t.expose('postedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null where none was given: then it counts at the time it was stored.',
    }),
    author: t.exposeString('author', { nullable: true }),
    importedLabel: t.field({
      type: Label,
      nullable: true,
      description:
        "The label that came with imported data, beside the model's and never mixed with it. Null without one, and where it came with different labels for different entities.",
      select: { importedLabels: { select: { label: true } } },
      resolve: ({ importedLabels }) => agreedLabel(importedLabels.map(({ label }) => label)),
    }),
    classifications: t.relation('classifications', {
      description: `By entity and model version, newest first; at most ${MOST_CLASSIFICATIONS}.`,
      complexity: { multiplier: 5 },
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MOST_CLASSIFICATIONS },
    }),
  }),
})
