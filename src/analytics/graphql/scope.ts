import { builder } from '../../graphql/builder.ts'
import type { GraphqlContext } from '../../graphql/context.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { modelIdArgument, shownVersion } from '../../models/graphql/shown-version.ts'
import type { ModelVersion } from '../../models/service.ts'
import { parseRange, type RangeInput as RangeInputValue, type TimeRange } from '../../time/time-range.ts'

const rangeArgument = builder.args(t => ({
  range: t.field({ type: RangeInput, description: 'Only tweets in this time range. If omitted, all tweets.' }),
}))

/** The arguments of fields about the classifications of one model version in a range. */
export const scopeArguments = { ...rangeArgument, ...modelIdArgument }

interface ScopeArguments {
  readonly range?: RangeInputValue | null | undefined
  readonly modelId?: { readonly id: string } | null | undefined
}

interface Scope {
  readonly range: TimeRange
  readonly modelVersion: ModelVersion
}

/** Checks the range and finds the model version, by default `summaryModel`. Throws a client error if one is wrong. */
export async function readScope(
  { range, modelId }: ScopeArguments,
  context: Pick<GraphqlContext, 'models'>,
): Promise<Scope> {
  return { range: valueOrError(parseRange(range)), modelVersion: await shownVersion(context, modelId) }
}
