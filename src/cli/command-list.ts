import type { Command } from 'commander'
import type { ReadConfig } from '../config.ts'

/** A command of the program. Its module is loaded when it is called, so that `pulso --help` answers at once. */
export interface CommandEntry {
  readonly name: string
  /** The same sentence as in the command itself; a test compares them. */
  readonly description: string
  load(readConfig: ReadConfig): Promise<Command>
}

/** Every command, in the order in which a new user meets them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'serve',
    description: 'run the API and the playground',
    load: async readConfig => (await import('./serve.ts')).serveCommand(readConfig),
  },
  {
    name: 'classify',
    description: 'say what a tweet feels about an entity; stores nothing',
    load: async readConfig => (await import('./classify.ts')).classifyCommand(readConfig),
  },
  {
    name: 'import',
    description: 'classify and store the tweets of a file',
    load: async readConfig => (await import('./import.ts')).importCommand(readConfig),
  },
  {
    name: 'imports',
    description: 'list what was imported, and take it back',
    load: async readConfig => (await import('./imports.ts')).importsCommand(readConfig),
  },
  {
    name: 'export',
    description: 'write stored classifications with their tweets to a file',
    load: async readConfig => (await import('./export.ts')).exportCommand(readConfig),
  },
  {
    name: 'models',
    description: 'list, promote and compare the models that can answer',
    load: async readConfig => (await import('./models.ts')).modelsCommand(readConfig),
  },
  {
    name: 'entities',
    description: 'list, alias and merge what tweets are about',
    load: async readConfig => (await import('./entities.ts')).entitiesCommand(readConfig),
  },
  {
    name: 'train',
    description: 'train a model from labelled files',
    load: async () => (await import('./train.ts')).trainCommand(),
  },
  {
    name: 'evaluate',
    description: 'measure a model on labelled tweets',
    load: async readConfig => (await import('./evaluate.ts')).evaluateCommand(readConfig),
  },
]
