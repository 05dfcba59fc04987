import { GraphQLError } from 'graphql'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ROW = new RegExp(`^${UUID}$`)

/** The types that have ids, and what their ids look like inside. */
const NODE_TYPES = {
  // The row that stands for "no entity" is nobody's business.
  Entity: new RegExp(`^(?!${NO_ENTITY_ID})${UUID}$`),
  Tweet: ROW,
  ModelVersion: ROW,
  Reclassification: ROW,
  ImportJob: ROW,
  /** Entity and classification: the key under which the row is stored. */
  Classification: new RegExp(`^${UUID}\\.${UUID}$`),
} as const

/**
 * Takes a global id apart. Throws a client error for anything that this server cannot have handed out, so that no malformed key ever
 * reaches the database.
 */
export function readNodeId(globalId: string): { typename: string; id: string } {
  const decoded = Buffer.from(globalId, 'base64').toString('utf8')
  const [, typename = '', id = ''] = /^([A-Za-z]+):(.*)$/s.exec(decoded) ?? []
  const shape = Object.hasOwn(NODE_TYPES, typename) ? NODE_TYPES[typename as keyof typeof NODE_TYPES] : undefined
  if (shape === undefined || !shape.test(id)) {
    throw new GraphQLError('This is no id of this server. Pass on an `id` as it was answered.', {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
  return { typename, id }
}
