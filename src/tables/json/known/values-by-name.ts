import { type Field, fieldRank, separateTime } from '../../columns.ts'
import { joinTime } from '../../separate-time.ts'
import type { JsonObject } from '../parse-json.ts'
import { idOf, type KnownRow } from './known-format.ts'

const NAMES: Readonly<Partial<Record<Field, keyof KnownRow>>> = {
  externalId: 'external_id',
  text: 'text',
  author: 'author',
  postedAt: 'posted_at',
  entity: 'entity',
  label: 'sentiment',
}

/** The values of an object under the column names that a table may have. */
export function valuesByName(object: JsonObject): Partial<KnownRow> {
  const found = new Map<keyof KnownRow, { readonly rank: number; readonly value: string | number }>()
  for (const key of Object.keys(object)) {
    const ranked = fieldRank(key)
    const [name, value] = [ranked === null ? undefined : NAMES[ranked.field], idOf(object[key])]
    if (ranked === null || name === undefined || value === null) continue
    if (ranked.rank < (found.get(name)?.rank ?? Number.POSITIVE_INFINITY)) found.set(name, { rank: ranked.rank, value })
  }
  const values: Partial<KnownRow> = Object.fromEntries([...found].map(([name, { value }]) => [name, value]))
  const separate = writtenSeparately(object)
  return separate === null ? values : { ...values, posted_at: separate }
}

/** One time of a day, a time of day and a zone that have keys of their own; null if they do not. */
function writtenSeparately(object: JsonObject): string | null {
  const keys = Object.keys(object).filter(key => idOf(object[key]) !== null)
  const { postedAt, postedTime, timeZone } = separateTime(keys)
  if (postedAt === undefined || postedTime === undefined) return null
  const at = (index: number | undefined) => (index === undefined ? '' : String(object[keys[index] ?? '']))
  return `${joinTime(at(postedAt), at(postedTime))} ${at(timeZone)}`.trim()
}
