import { builder } from '../../graphql/builder.ts'
import type { GraphqlContext } from '../../graphql/context.ts'
import { valueOrError } from '../../graphql/errors.ts'
import type { ModelVersion as ModelVersionRow } from '../service.ts'
import { ModelVersion } from './model-version.ts'

/** Argument of fields that show stored classifications, or figures about them. */
export const modelIdArgument = builder.args(t => ({
  modelId: t.globalID({ for: ModelVersion, description: 'Id of a model version. If omitted, `summaryModel`.' }),
}))

/**
 * The version that a `modelId` names, or `summaryModel` without one. Throws a client error if no version has the id. `prefix` is the path
 * of the input object that holds the `modelId`.
 */
export const shownVersion = async (
  { models }: Pick<GraphqlContext, 'models'>,
  modelId: { readonly id: string } | null | undefined,
  ...prefix: readonly string[]
): Promise<ModelVersionRow> => valueOrError(await models.resolve(modelId?.id ?? null), ...prefix)
