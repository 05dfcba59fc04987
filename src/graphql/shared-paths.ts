import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql'

type Path = GraphQLResolveInfo['path']

/** A place in one answer, and the places below it that were come to. */
interface Place {
  readonly path: Path | undefined
  readonly below: Map<string | number, Place>
}

const places = new WeakMap<object, Place>()

/**
 * Pothos remembers by the objects of which `info.path` is made what a row was loaded with. graphql-js makes one for each place in an answer;
 * a compiled operation makes them anew for every field, whereupon Pothos would read a second time what it has. Here each place
 * gets one again, in every field that loads rows or shows them.
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
    // graphql-js also tells the type in which a place is.
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
