import { z } from 'zod'

/** The name of the manifest in the archive. */
export const MANIFEST = 'manifest.json'

/** The part of a table in the archive. */
export const partOf = (table: string) => `${table}.csv`

/** Describes a backup: the last part of its archive. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Of Pulso. */
  version: z.string(),
  /** The time of the snapshot, by the database's clock. */
  createdAt: z.iso.datetime(),
  /** Names of the migrations of the database, in their order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()).min(1), rowCount: z.number().int().min(0) }),
  ),
})

export type Manifest = z.output<typeof manifestSchema>
