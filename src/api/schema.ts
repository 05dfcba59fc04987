import './capabilities.ts'
import './version-query.ts'
import '../graphql/date-time.ts'
import '../graphql/safe-int.ts'
import { builder } from '../graphql/builder.ts'
import { toleratingRemovedRows } from '../graphql/removed-rows.ts'
import { sharePaths } from '../graphql/shared-paths.ts'
import { auditMutations } from './audited-mutations.ts'

/** The complete schema: the types of every capability in `capabilities.ts`. */
export const schema = auditMutations(sharePaths(toleratingRemovedRows(builder.toSchema())))
