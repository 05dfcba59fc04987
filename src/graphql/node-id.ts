import { GraphQLError } from 'graphql'
import { fail, type Result, succeed } from '../problem/problem.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ROW = new RegExp(`^${UUID}$`)

/** The types that have ids, and the shape of their keys. */
const NODE_TYPES = {
  // The row that represents "no entity" is internal.
  Entity: new RegExp(`^(?!${NO_ENTITY_ID})${UUID}$`),
  Tweet: ROW,
  ModelVersion: ROW,
  ReclassificationJob: ROW,
  ImportJob: ROW,
  AuditEntry: ROW,
  /** Entity and classification: the key under which the row is stored. */
  Classification: new RegExp(`^${UUID}\\.${UUID}$`),
  ReviewQueue: ROW,
  /** Tweet, entity, number and annotator: the key under which the row is stored. */
  MentionLabel: new RegExp(`^${UUID}\\.${UUID}\\.-?\\d{1,9}\\.[\\w-]{1,600}$`),
} as const

type NodeType = keyof typeof NODE_TYPES

interface NodeId {
  readonly typename: NodeType
  /** Key of the row. */
  readonly id: string
}

/** Null for anything that this server cannot have returned, so that no malformed key ever reaches the database. */
function parseNodeId(globalId: string): NodeId | null {
  const decoded = Buffer.from(globalId, 'base64').toString('utf8')
  const [, typename = '', id = ''] = /^([A-Za-z]+):(.*)$/s.exec(decoded) ?? []
  return isNodeType(typename) && NODE_TYPES[typename].test(id) ? { typename, id } : null
}

const isNodeType = (typename: string): typename is NodeType => Object.hasOwn(NODE_TYPES, typename)

/** For arguments of queries, declared with `t.arg.globalID`: throws a client error unless the id is well-formed. */
export function readNodeId(globalId: string): NodeId {
  const nodeId = parseNodeId(globalId)
  if (nodeId !== null) return nodeId
  throw new GraphQLError('This is not an id. Pass an `id` exactly as this API returned it.', {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

/**
 * For arguments of mutations, declared with `t.arg.id` or `t.id`, where a bad id belongs to `userErrors`: the key in a global id of this type.
 * `INVALID` for a malformed id and for one of another type. `path` is the argument's, such as `'input', 'entityId'`.
 */
export function idOf(typename: NodeType, globalId: string, ...path: readonly string[]): Result<string> {
  const nodeId = parseNodeId(globalId)
  if (nodeId?.typename === typename) return succeed(nodeId.id)
  const actual = nodeId === null ? 'exactly as this API returned it' : `but this one is of type ${nodeId.typename}`
  return fail('INVALID', `${path.at(-1)} must be an id of type ${typename}, ${actual}.`, path)
}
