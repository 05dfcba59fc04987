import { builder } from '../../graphql/builder.ts'
import { knowsEntity } from '../knows-entity.ts'
import { modelIdArgument, shownVersion } from './shown-version.ts'

builder.prismaObjectFields('Entity', t => ({
  isKnownToModel: t.boolean({
    nullable: true,
    description:
      'Whether the model saw enough training tweets about this entity to model it individually. Other entities share one general representation, and the model is less accurate on them. Always false for a model that reads only the text, and null for one that reads all names alike.',
    args: modelIdArgument,
    resolve: async ({ name }, { modelId }, context) => knowsEntity(await shownVersion(context, modelId), name),
  }),
}))
