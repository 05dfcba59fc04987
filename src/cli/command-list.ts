import type { Command } from 'commander'

/** A command of the program. Its module is loaded when it is called, so that `pulso --help` answers at once. */
export interface CommandEntry {
  readonly name: string
  /** The same sentence as in the command itself; a test compares them. */
  readonly description: string
  load(): Promise<Command>
}

/** Every command, in the order in which a new user meets them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'serve',
    description: 'run the API and the playground',
    load: async () => (await import('./serve.ts')).serveCommand(),
  },
  {
    name: 'classify',
    description: 'say what a tweet feels about an entity; stores nothing',
    load: async () => (await import('./classify.ts')).classifyCommand(),
  },
  {
    name: 'import',
    description: 'classify and store the tweets of a file',
    load: async () => (await import('./import.ts')).importCommand(),
  },
  {
    name: 'export',
    description: 'write stored classifications with their tweets to a file',
    load: async () => (await import('./export.ts')).exportCommand(),
  },
  {
    name: 'models',
    description: 'list, promote and compare the models that can answer',
    load: async () => (await import('./models.ts')).modelsCommand(),
  },
  {
    name: 'entities',
    description: 'list, alias and merge what tweets are about',
    load: async () => (await import('./entities.ts')).entitiesCommand(),
  },
  {
    name: 'train',
    description: 'train a model from labelled files',
    load: async () => (await import('./train.ts')).trainCommand(),
  },
  {
    name: 'evaluate',
    description: 'measure a model on labelled tweets',
    load: async () => (await import('./evaluate.ts')).evaluateCommand(),
  },
]
