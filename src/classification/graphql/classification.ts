import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'
import { readClassificationKey, writeClassificationKey } from '../classification-key.ts'
import { Prediction } from './prediction.ts'

export const Classification = builder.prismaNode('Classification', {
  description: 'What one model version says about one entity in one tweet. It is stored once: asking again returns it.',
  interfaces: [Prediction],
  id: { resolve: writeClassificationKey },
  findUnique: id => ({ entityId_id: readClassificationKey(id) }),
  nullable: true,
  fields: t => ({
    tweet: t.relation('tweet'),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: "Null where none was given: then the label is the whole message's.",
      select: (_args, _context, nested) => ({ entity: nested(true) }),
      resolve: ({ entity }) => (entity.id === NO_ENTITY_ID ? null : entity),
    }),
    model: t.relation('modelVersion', { description: 'The version that said so.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was stored.' }),
  }),
})
