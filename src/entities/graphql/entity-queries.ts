import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { pageCost, pageOf, readPage } from '../../graphql/page.ts'
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
    nullable: true,
    args: {
      ...t.arg.connectionArgs(),
      search: t.arg.string({ description: 'Any part of the name or of an alias, in any spelling.' }),
    },
    resolve: async (_root, { search, ...args }, { database }) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const rows = await database.entity.findMany(entityPageQuery(search ?? null, page))
      const countAll = () => database.entity.count({ where: entityFilter(search ?? null) })
      return { ...pageOf(rows, page, ({ key }) => encodeCursor(ORDER, [key])), countAll }
    },
  }),
}))
