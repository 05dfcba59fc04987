import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Migration } from '../../src/storage/migrate.ts'
import { engineAdapter } from './engine-adapter.ts'

interface Instance {
  readonly exports: { __wbindgen_start(): void }
}

type Instantiate = (bytes: Uint8Array, imports: object) => Promise<{ readonly instance: Instance }>

/** Prisma's schema engine without its native binary: the WebAssembly build, loaded by hand because Node does not import `.wasm`. */
export async function startSchemaEngine(schema: string, shadowDatabaseUrl: string): Promise<SchemaEngine> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const program = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await (WebAssembly.instantiate as Instantiate)(
    await readFile(program.replace(/\.js$/, '.wasm')),
    { './schema_engine_bg.js': { ...engine } },
  )
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engine.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    engineAdapter(shadowDatabaseUrl),
  )
}

/** Pulso's migrations in the engine's format. */
export const migrationListOf = (folder: string, migrations: readonly Migration[]): MigrationList => ({
  baseDir: folder,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
  shadowDbInitScript: '',
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  })),
})
