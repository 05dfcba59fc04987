import { entityKey } from '../ml/language/entity-key.ts'
import type { Prisma } from '../storage/generated/client/client.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'

export interface EntityPage {
  /** Any part of the name or of an alias, in any spelling; null or blank for all. */
  readonly search: string | null
  /** Key of the entity after which the page begins; null for the first page. */
  readonly after: string | null
}

/** Which entities a search finds: for counting them all. */
export function entityFilter(search: string | null): Prisma.EntityWhereInput {
  const real: Prisma.EntityWhereInput = { id: { not: NO_ENTITY_ID }, aliasOfId: null }
  if (search === null || search.trim() === '') return real
  const part = entityKey(search)
  // Without a letter or digit it is part of no key, and nothing is found. (Prisma overlooks an empty OR inside an AND.)
  if (part === null) return { id: { in: [] } }
  return { ...real, OR: [{ key: { contains: part } }, { aliases: { some: { key: { contains: part } } } }] }
}

/** The query for one page, without its size. By key, which is the alphabet without case and signs, and unique: no page ever shifts. */
export function entityPageQuery({ search, after }: EntityPage) {
  return {
    where: { AND: [entityFilter(search), after === null ? {} : { key: { gt: after } }] },
    orderBy: { key: 'asc' },
  } satisfies Prisma.EntityFindManyArgs
}
