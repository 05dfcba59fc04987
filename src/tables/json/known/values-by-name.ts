import { type Field, fieldRank } from '../../columns.ts'
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
  return Object.fromEntries([...found].map(([name, { value }]) => [name, value]))
}
