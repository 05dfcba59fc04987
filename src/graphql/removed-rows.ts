import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql'

/**
 * Rows can be removed while a request reads them, because its statements have no common snapshot: an undo or a merge may commit between two of
 * them. A nullable field of a removed row is then null. A field that cannot be null reports that the request can be repeated.
 */
export function toleratingRemovedRows(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !('pothosPrismaModel' in type.extensions)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.resolve !== undefined) field.resolve = tolerating(field.resolve, isNonNullType(field.type))
    }
  }
  return schema
}

function tolerating(
  resolve: GraphQLFieldResolver<unknown, object>,
  isRequired: boolean,
): GraphQLFieldResolver<unknown, object> {
  const found = (value: unknown) => {
    if (isRequired && (value === null || value === undefined)) throw removed()
    return value
  }
  const failed = (error: unknown) => {
    if (!isMissingRow(error)) throw error
    if (isRequired) throw removed()
    return null
  }
  return (parent, args, context, info) => {
    const value = resolve(parent, args, context, info)
    return value instanceof Promise ? value.then(found, failed) : found(value)
  }
}

const removed = () =>
  new GraphQLError('This was removed while it was read; send the request again.', {
    extensions: { code: 'UNAVAILABLE' },
  })

/** Prisma's code for a row that a `findUniqueOrThrow` did not find. */
const isMissingRow = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2025'
