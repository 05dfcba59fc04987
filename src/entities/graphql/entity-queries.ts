import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageOf, pageSize } from '../../graphql/page.ts'
import { entityFilter, entityPageQuery } from '../entity-page.ts'
import { findEntity } from '../find-entity.ts'
import { Entity } from './entity.ts'
import { EntityConnection } from './entity-connection.ts'

const ORDER = 'entities'
/** The key, which holds nothing that a name could not. */
const POSITION = z.tuple([z.string().regex(/^[^\0]+$/)])

builder.queryFields(t => ({
  entity: t.field({
    type: Entity,
    nullable: true,
    description: 'By its name or an alias, in any spelling; null where no tweet was ever stored about it.',
    args: { name: t.arg.string({ required: true }) },
    resolve: (_root, { name }, { database }) => findEntity(database, name),
  }),
  entities: t.field({
    type: EntityConnection,
    description: `In alphabetical order, at most ${MAX_PAGE_SIZE} on a page.`,
    complexity: pageCost,
    args: {
      first: t.arg.int({ defaultValue: DEFAULT_PAGE_SIZE }),
      after: t.arg.string(),
      search: t.arg.string({ description: 'Any part of the name or of an alias, in any spelling.' }),
    },
    resolve: async (_root, { first, after, search }, { database }) => {
      const size = valueOrError(pageSize(first))
      const position = valueOrError(decodeCursor(ORDER, POSITION, after))
      const query = entityPageQuery({ search: search ?? null, after: position?.[0] ?? null })
      const rows = await database.entity.findMany({ ...query, take: size + 1 })
      const page = pageOf(rows, size, position !== null, ({ key }) => encodeCursor(ORDER, [key]))
      return { ...page, countAll: () => database.entity.count({ where: entityFilter(search ?? null) }) }
    },
  }),
}))
