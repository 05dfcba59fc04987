import { entityKey } from '../ml/language/entity-key.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import { beyond, type KeysetPage, readingDirection } from '../storage/keyset-page.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'

/** The entities that a search finds: any part of the name or of an alias, in any spelling. Null or blank finds all. */
export function entityFilter(search: string | null): Prisma.EntityWhereInput {
  const real: Prisma.EntityWhereInput = { id: { not: NO_ENTITY_ID }, aliasOfId: null }
  if (search === null || search.trim() === '') return real
  const part = entityKey(search)
  // Without a letter or digit it is part of no key, and nothing is found. (Prisma overlooks an empty OR inside an AND.)
  if (part === null) return { id: { in: [] } }
  return { ...real, OR: [{ key: { contains: part } }, { aliases: { some: { key: { contains: part } } } }] }
}

/** The query for one page, and one row more. By key, which is the alphabet without case and signs, and unique: no page ever shifts. */
export function entityPageQuery(search: string | null, page: KeysetPage<readonly [key: string]>) {
  const direction = readingDirection('asc', page)
  return {
    where: { AND: [entityFilter(search), page.start === null ? {} : { key: beyond(page.start[0], direction) }] },
    orderBy: { key: direction },
    take: page.size + 1,
  } satisfies Prisma.EntityFindManyArgs
}
