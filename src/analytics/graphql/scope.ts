import type { GraphqlContext } from '../../graphql/context.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { shownVersion } from '../../models/graphql/shown-version.ts'
import type { ModelVersion } from '../../models/service.ts'
import { parseRange, type RangeInput, type TimeRange } from '../../time/time-range.ts'

/** Descriptions of the two arguments that every field about counts takes. */
export const RANGE = 'Time range of the tweets. If omitted, all tweets.'
export const MODEL_ID = 'Id of a model version. If omitted, `summaryModel`.'

interface ScopeArguments {
  readonly range?: RangeInput | null | undefined
  readonly modelId?: { readonly id: string } | null | undefined
}

/** What a field about counts covers. */
interface Scope {
  readonly range: TimeRange
  readonly modelVersion: ModelVersion
}

/** Checks the range and finds the model version, by default the one that summaries show. Throws an error for clients if one is wrong. */
export async function readScope(
  { range, modelId }: ScopeArguments,
  context: Pick<GraphqlContext, 'models'>,
): Promise<Scope> {
  return {
    range: valueOrError(parseRange(range)),
    modelVersion: await shownVersion(context, modelId),
  }
}
