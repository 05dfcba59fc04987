import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { FILE_ANNOTATOR } from '../../storage/file-annotator.ts'
import { agreedLabel } from '../agreed-label.ts'

/** A tweet has one classification for each entity and model version, which is far fewer. */
const MAX_CLASSIFICATIONS = 100

builder.prismaNode('Tweet', {
  description:
    'A text as it was sent. It is identified by its external id and the hash of its text; without an external id, each call stores a new tweet.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    externalId: t.exposeString('externalId', {
      nullable: true,
      description: 'The id of the tweet at its source. Null if none was given.',
    }),
    text: t.exposeString('text', { description: 'The text.' }),
    postedAt: t.expose('postedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was posted. Null if unknown: the tweet then counts at the time it was stored.',
    }),
    author: t.exposeString('author', { nullable: true, description: 'Its author. Null if none was given.' }),
    language: t.exposeString('language', {
      nullable: true,
      description:
        'The ISO 639 code of its language, such as `en`. Null if the text is too short to be sure, or if no model has identified it.',
    }),
    importedLabel: t.field({
      authScopes: { READ: true },
      type: Label,
      nullable: true,
      description:
        'The label that came with imported data. It is kept beside the labels of models and never mixed with them. Null if there is none, or if imports labelled the tweet differently for different entities.',
      select: { labels: { select: { label: true }, where: { annotator: FILE_ANNOTATOR } } },
      resolve: ({ labels }) => agreedLabel(labels.flatMap(({ label }) => label ?? [])),
    }),
    classifications: t.relation('classifications', {
      authScopes: { READ: true },
      nullable: true,
      description: `The classifications of the tweet for each entity and model version, newest first, at most ${MAX_CLASSIFICATIONS}.`,
      complexity: { multiplier: 5 },
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MAX_CLASSIFICATIONS },
    }),
  }),
})
