import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'
import { readClassificationKey, writeClassificationKey } from '../classification-key.ts'
import { Prediction } from './prediction.ts'

export const Classification = builder.prismaNode('Classification', {
  description:
    'The stored result of one model version for one mention: a tweet together with an entity, or a whole message. Each is stored once; classifying the same mention again returns it.',
  interfaces: [Prediction],
  id: { resolve: writeClassificationKey },
  findUnique: id => ({ entityId_id: readClassificationKey(id) }),
  nullable: true,
  fields: t => ({
    tweet: t.relation('tweet', { description: 'The tweet that was classified.' }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description:
        'The entity that the label is about. Null if none was given: the label is then about the whole message.',
      select: (_args, _context, nested) => ({ entity: nested(true) }),
      resolve: ({ entity }) => (entity.id === NO_ENTITY_ID ? null : entity),
    }),
    model: t.relation('modelVersion', { description: 'The model version that produced this result.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the classification was stored.' }),
  }),
})
