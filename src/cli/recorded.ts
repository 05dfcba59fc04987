import type { Storage } from '../storage/storage.ts'

/** Runs the change of a command, and records it in the audit log. Ids in `input` are kept. */
export async function recorded<T>(
  storage: Pick<Storage, 'prisma' | 'pool' | 'now'>,
  command: string,
  input: object,
  change: () => Promise<T>,
): Promise<T> {
  const { COMMAND_LINE, createAuditLog } = await import('../access/audit-log.ts')
  return createAuditLog(storage).record(COMMAND_LINE, `pulso ${command}`, input, change)
}
