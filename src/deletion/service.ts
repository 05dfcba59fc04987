import { fail, type Result, succeed } from '../problem/problem.ts'
import type { Storage } from '../storage/storage.ts'
import { checkSelection, type GivenSelection } from './check-selection.ts'
import { countSelected } from './count-selected.ts'
import { type Deleted, deleteSelected } from './delete-selected.ts'

/** A call answers within seconds: it ends after so many batches, and the same call deletes the rest. */
const BATCHES_OF_A_CALL = 20

export interface Deletions {
  /** Deletes at most about 10,000 tweets, or only counts all that is selected. */
  remove(given: GivenSelection, isDryRun: boolean): Promise<Result<Deleted>>
}

export function createDeletions({ pool, prisma }: Pick<Storage, 'pool' | 'prisma'>): Deletions {
  return {
    async remove(given, isDryRun) {
      const checked = checkSelection(given)
      if (!checked.ok) return checked
      const selection = checked.value
      if (selection.kind === 'entity') {
        const found = await prisma.entity.findUnique({ where: { id: selection.entityId } })
        if (found === null) return fail('NOT_FOUND', 'There is no entity with this id.', ['entityId'])
        if (found.aliasOfId !== null) {
          return fail('NOT_FOUND', `${found.name} is an alias; delete the mentions of its entity instead.`, [
            'entityId',
          ])
        }
      }
      if (isDryRun) return succeed({ ...(await countSelected(pool, selection)), isComplete: false })
      return succeed(await deleteSelected(pool, selection, { mostBatches: BATCHES_OF_A_CALL }))
    },
  }
}
