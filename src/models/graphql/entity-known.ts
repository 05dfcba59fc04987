import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { modelManifestSchema } from '../../ml/network/manifest.ts'
import { knowsEntity } from '../knows-entity.ts'
import type { ModelVersion as ModelVersionRow } from '../service.ts'
import { ModelVersion } from './model-version.ts'

/** Of the versions in use: a page of entities asks each for the same one. */
const known = new WeakMap<ModelVersionRow, (name: string) => boolean>()

function knownTo(version: ModelVersionRow): (name: string) => boolean {
  const test = known.get(version) ?? knowsEntity(modelManifestSchema.parse(version.manifest))
  known.set(version, test)
  return test
}

builder.prismaObjectFields('Entity', t => ({
  isKnownToModel: t.boolean({
    description:
      'The model saw enough tweets about this entity in training to read it as itself; about others it reads like about any entity, and is right less often. Never for a model that reads the text alone.',
    args: {
      model: t.arg.globalID({
        for: ModelVersion,
        description: 'Id of a model version; `summaryModel` where left out.',
      }),
    },
    resolve: async ({ name }, { model }, { models }) =>
      knownTo(valueOrError(await models.resolve(model?.id ?? null)))(name),
  }),
}))
