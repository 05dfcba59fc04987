import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { actorOf } from '../access/audit-log.ts'
import type { GraphqlContext } from '../graphql/context.ts'
import { declaredScopes } from './scope-gate.ts'

/** Records every mutation that needs the scope REVIEW or ADMIN in the audit log. A dry run changes nothing and is not recorded. */
export function auditMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (field.resolve === undefined || !isAudited(field)) continue
    field.resolve = recorded(field.name, field.resolve)
  }
  return schema
}

export const isAudited = (field: Parameters<typeof declaredScopes>[0]): boolean =>
  declaredScopes(field).some(scope => scope === 'REVIEW' || scope === 'ADMIN')

const recorded =
  (
    name: string,
    resolve: GraphQLFieldResolver<unknown, GraphqlContext>,
  ): GraphQLFieldResolver<unknown, GraphqlContext> =>
  async (parent, args, context, info) => {
    const change = async () => resolve(parent, args, context, info)
    if (args.dryRun === true || args.input?.dryRun === true) return change()
    return context.auditLog.record(actorOf(context.grant), name, args, change)
  }
