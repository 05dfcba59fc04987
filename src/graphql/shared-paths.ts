import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql'

type Path = GraphQLResolveInfo['path']

/** A position in a response, and the positions below it that were reached. */
interface Place {
  readonly path: Path | undefined
  readonly below: Map<string | number, Place>
}

const places = new WeakMap<object, Place>()

/**
 * Pothos caches the selections of loaded rows by the objects of `info.path`. graphql-js creates one object for each position in a response. A
 * compiled operation creates them again for every field, so that Pothos would load rows twice. This gives each position one object again,
 * in every field that loads or shows rows.
 */
export function sharePaths(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set<unknown>([schema.getQueryType(), schema.getMutationType()])
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !(roots.has(type) || 'pothosPrismaModel' in type.extensions)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.resolve !== undefined) field.resolve = onSharedPath(field.resolve)
    }
  }
  return schema
}

const onSharedPath =
  (resolve: GraphQLFieldResolver<unknown, object>): GraphQLFieldResolver<unknown, object> =>
  (parent, args, context, info) =>
    // Paths of graphql-js also have the type name.
    resolve(parent, args, context, 'typename' in info.path ? info : { ...info, path: sharedPath(context, info.path) })

function sharedPath(context: object, path: Path): Path {
  const root = places.get(context) ?? { path: undefined, below: new Map() }
  places.set(context, root)
  return placeOf(root, path).path as Path
}

function placeOf(root: Place, { prev, key }: Path): Place {
  const above = prev === undefined ? root : placeOf(root, prev)
  const known = above.below.get(key)
  if (known !== undefined) return known
  const place = { path: { prev: above.path, key, typename: undefined }, below: new Map() }
  above.below.set(key, place)
  return place
}
