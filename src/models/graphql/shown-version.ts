import { builder } from '../../graphql/builder.ts'
import type { GraphqlContext } from '../../graphql/context.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { underField } from '../../problem/problem.ts'
import type { ModelVersion as ModelVersionRow } from '../service.ts'
import { ModelVersion } from './model-version.ts'

/** Argument of the fields that show stored classifications, or figures about them. */
export const modelIdArgument = builder.args(t => ({
  modelId: t.globalID({ for: ModelVersion, description: 'Id of a model version. If omitted, `summaryModel`.' }),
}))

/**
 * The version that a `modelId` names, or `summaryModel` without one. Throws a client error for the id of no version; `path` leads to the
 * input object that holds the `modelId`.
 */
export async function shownVersion(
  { models }: GraphqlContext,
  modelId: { readonly id: string } | null | undefined,
  ...path: readonly string[]
): Promise<ModelVersionRow> {
  const version = await models.resolve(modelId?.id ?? null)
  return valueOrError(version.ok ? version : { ...version, problem: underField(version.problem, ...path) })
}
