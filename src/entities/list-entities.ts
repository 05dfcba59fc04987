import type { Pool } from 'pg'
import { entityKey } from '../ml/language/entity-key.ts'
import type { Entity } from '../storage/generated/client/client.ts'
import { type KeysetPage, readingDirection, type SortDirection } from '../storage/keyset-page.ts'

export interface EntityList {
  /** Part of a name or alias, in any spelling. Null and blank find all entities. */
  readonly search: string | null
  readonly direction: SortDirection
}

/** The key sorts like a dictionary, without case and signs, and is unique. */
export type NamePosition = readonly [key: string]

/** The columns of `entity`, named as Prisma names them. */
export const ENTITY_COLUMNS =
  'entity.id, entity.name, entity.key, entity.alias_of_id AS "aliasOfId", entity.created_at AS "createdAt"'

/**
 * The condition that a row of `entity` is an entity (not an alias, and not the row for "no entity") whose key, or the key of one of its
 * aliases, contains the searched part.
 * @param part number of the parameter that holds the part; null finds all entities.
 */
export const isFound = (part: number): string => `entity.alias_of_id IS NULL AND entity.key <> '' AND (
    $${part}::text IS NULL OR strpos(entity.key, $${part}) > 0
    OR EXISTS (SELECT 1 FROM entity AS alias WHERE alias.alias_of_id = entity.id AND strpos(alias.key, $${part}) > 0))`

/** The part of a key that a search looks for. Null finds all entities; undefined, which is part of no key, finds none. */
export function searchedKey(search: string | null): string | null | undefined {
  if (search === null || search.trim() === '') return null
  return entityKey(search) ?? undefined
}

const pageStatement = (comparison: '<' | '>', order: 'ASC' | 'DESC') => `
  SELECT ${ENTITY_COLUMNS} FROM entity
  WHERE ${isFound(1)} AND ($2::text IS NULL OR entity.key ${comparison} $2)
  ORDER BY entity.key ${order} LIMIT $3`

const PAGES = { asc: pageStatement('>', 'ASC'), desc: pageStatement('<', 'DESC') }

/** One page by name: its entities in reading direction, and one more if the list goes on. */
export async function listEntities(
  pool: Pool,
  { search, direction }: EntityList,
  page: KeysetPage<NamePosition>,
): Promise<readonly Entity[]> {
  const part = searchedKey(search)
  if (part === undefined) return []
  const values = [part, page.start?.[0] ?? null, page.size + 1]
  const { rows } = await pool.query<Entity>(PAGES[readingDirection(direction, page)], values)
  return rows
}

const COUNT = `SELECT count(*)::int AS count FROM entity WHERE ${isFound(1)}`

/** The number of entities that a search finds. */
export async function countEntities(pool: Pool, search: string | null): Promise<number> {
  const part = searchedKey(search)
  if (part === undefined) return 0
  const { rows } = await pool.query<{ count: number }>(COUNT, [part])
  return rows[0]?.count ?? 0
}
