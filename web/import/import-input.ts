import type { VariablesOf } from 'gql.tada'
import type { START_IMPORT } from './import-query.ts'
import { labelMapIn } from './label-map.ts'
import { type Field, isOfObjects, type Suggestion, type Upload } from './send-file.ts'

type Input = VariablesOf<typeof START_IMPORT>['input']
type MapEntry = NonNullable<Input['columnMap']>[number]

/** The names of fields in `StartImportInput.columns`. */
const COLUMN_NAMES: Record<Field, string> = {
  externalId: 'id',
  entity: 'entity',
  text: 'text',
  label: 'sentiment',
  score: 'score',
  postedAt: 'posted_at',
  postedTime: 'posted_time',
  timeZone: 'time_zone',
  author: 'author',
}

/** Fields of objects that can be mapped; those of our own exports are always recognised. */
const MAPPED: readonly (readonly [Field, MapEntry['field']])[] = [
  ['externalId', 'EXTERNAL_ID'],
  ['entity', 'ENTITY'],
  ['text', 'TEXT'],
  ['label', 'LABEL'],
  ['score', 'SCORE'],
  ['postedAt', 'POSTED_AT'],
  ['postedTime', 'POSTED_TIME'],
  ['timeZone', 'TIME_ZONE'],
  ['author', 'AUTHOR'],
]

/** The choices of a user for a file. */
export interface Choices {
  /** The meaning of each column, in order; null for an ignored column. */
  readonly fields: readonly (Field | null)[]
  readonly hasHeader: boolean
  /** Null if it was detected; the import then says so. */
  readonly encoding: string | null
  readonly skipLines: number
  readonly entity: string
  readonly matchEntities: boolean
  readonly timezone: string
  /** Empty detects it. */
  readonly timeFormat: string
  /** As in the command: 0=Negative,4=Positive */
  readonly labels: string
}

/** The choices as input of the API. */
export function importInput(upload: Upload, choices: Choices, idempotencyKey: string): Input {
  const { fields, labels, skipLines } = choices
  const entity = choices.entity.trim()
  const timeFormat = choices.timeFormat.trim()
  const labelMap = fields.includes('label') ? labelMapIn(labels) : []
  return {
    uploadId: upload.uploadId,
    format: upload.format,
    idempotencyKey,
    ...(choices.encoding === null ? {} : { encoding: choices.encoding }),
    matchEntities: choices.matchEntities,
    timezone: choices.timezone,
    ...(entity === '' ? {} : { entity }),
    ...(timeFormat === '' || !fields.includes('postedAt') ? {} : { timeFormat }),
    ...(labelMap === null || labelMap.length === 0 ? {} : { labelMap: [...labelMap] }),
    ...(skipLines === 0 ? {} : { skipLines }),
    ...(isOfObjects(upload)
      ? objectColumns(upload, fields)
      : {
          columns: fields.map(field => (field === null ? '-' : COLUMN_NAMES[field])),
          hasHeader: choices.hasHeader,
        }),
  }
}

/** Objects name their values, so only choices that differ from the detected ones are sent. */
function objectColumns(upload: Upload, fields: Choices['fields']): { readonly columnMap?: MapEntry[] } {
  const detected = upload.columns.map(({ field }) => field)
  const columnMap = MAPPED.filter(([field]) => fields.indexOf(field) !== detected.indexOf(field)).map(
    ([field, name]): MapEntry => ({ field: name, column: upload.columns[fields.indexOf(field)]?.name ?? '-' }),
  )
  return columnMap.length === 0 ? {} : { columnMap }
}

/** What the first rows suggest for the column that has this meaning now. */
export const suggestionFor = (
  { suggestions }: Pick<Upload, 'suggestions'>,
  fields: Choices['fields'],
  field: Field,
): Suggestion | null => suggestions.find(({ column }) => fields[column] === field) ?? null

/** Why the choices cannot work; null if they can. */
export function whyNot(
  upload: Pick<Upload, 'suggestions'>,
  { fields, labels, timeFormat }: Pick<Choices, 'fields' | 'labels' | 'timeFormat'>,
): string | null {
  if (!fields.includes('text')) return 'One column must be the text.'
  const twice = fields.find((field, index) => field !== null && fields.indexOf(field) !== index)
  if (twice !== undefined && twice !== null) return `Only one column can be ${COLUMN_NAMES[twice]}.`
  if (fields.includes('label') && fields.includes('score'))
    return 'Only one column can be the label: a word or a score.'
  if (fields.includes('label') && labelMapIn(labels) === null) {
    return 'Labels must be pairs such as 0=Negative,4=Positive; the meanings are Positive, Neutral, Negative, Irrelevant and - for none.'
  }
  const doubtful = suggestionFor(upload, fields, 'postedAt')?.ambiguousTime ?? null
  if (doubtful !== null && timeFormat === '') {
    return `Times such as ${doubtful} can be read in two ways: choose the format of times.`
  }
  return null
}

/** What an import with these choices will lack, in sentences. */
export function warnings(upload: Upload, { fields }: Pick<Choices, 'fields'>): readonly string[] {
  const unmapped = upload.columns.filter((_, index) => (fields[index] ?? null) === null)
  const [ignored, identity, computed, human] = [undefined, 'identity', 'computed', 'human'].map(wanted =>
    unmapped.flatMap(({ name, use }) => (use === wanted ? [name] : [])).join(', '),
  )
  return [
    ...(ignored === '' ? [] : [`Not read: ${ignored}.`]),
    ...(identity === '' ? [] : [`Used to recognise tweets that are stored already: ${identity}.`]),
    ...(computed === '' ? [] : [`Not read, because the model computes it anew: ${computed}.`]),
    ...(human === '' ? [] : [`Not read here; a file of \`pulso labels export\` transfers labels of people: ${human}.`]),
    ...(fields.includes('postedAt') ? [] : ['No column is a time, so the tweets count at the time of their import.']),
    ...(fields.includes('externalId')
      ? []
      : ['No column is an id, so rows with the same text count once, and changed rows count again.']),
  ]
}
