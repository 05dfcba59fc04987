import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../../config.ts'
import type { Storage } from '../../storage/storage.ts'

const CHECKOUT_DATA = fileURLToPath(new URL('../../../.pulso', import.meta.url))

/**
 * The directory of uploads: beside the embedded database, or, for another database, in a subfolder of the data directory that is named after
 * that database.
 */
export function uploadsDirectory(
  { databaseUrl, dataDirectory }: Pick<Config, 'databaseUrl' | 'dataDirectory'>,
  { location }: Pick<Storage, 'location'>,
): string {
  if (databaseUrl === null) return join(location, 'uploads')
  const database = createHash('sha256').update(location).digest('hex').slice(0, 16)
  return join(dataDirectory === null ? CHECKOUT_DATA : resolve(dataDirectory), 'uploads', database)
}
