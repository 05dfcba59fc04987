import { formatDate } from '../time/format-instant.ts'

export interface NamedModel {
  readonly version: string
  readonly trainedAt: string | null
}

/** The name of a model without the digits that identify its weights. */
export const modelNameOf = (version: string): string => version.replace(/@[0-9a-f]+$/, '')

/** A version for people: model pulso, 24 Nov 2026. */
export const describeModel = ({ version, trainedAt }: NamedModel): string =>
  trainedAt === null
    ? `model ${modelNameOf(version)}`
    : `model ${modelNameOf(version)}, ${formatDate(trainedAt, 'UTC')}`
