import type { Command } from 'commander'
import type { ReadConfig } from '../config.ts'

/**
 * A command of the program. Its module is loaded when the command runs, so that `pulso --help` responds immediately.
 */
export interface CommandEntry {
  readonly name: string
  /** The same description as in the command itself; a test compares them. */
  readonly description: string
  load(readConfig: ReadConfig): Promise<Command>
}

/** All commands, in the order in which a new user needs them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'serve',
    description: 'run the API server with dashboard and playground',
    load: async readConfig => (await import('./serve.ts')).serveCommand(readConfig),
  },
  {
    name: 'classify',
    description: 'classify tweets without storing them',
    load: async readConfig => (await import('./classify.ts')).classifyCommand(readConfig),
  },
  {
    name: 'analyze',
    description: 'find the entities of texts and the sentiment towards each',
    load: async readConfig => (await import('./analyze.ts')).analyzeCommand(readConfig),
  },
  {
    name: 'import',
    description: 'classify and store the tweets of a file',
    load: async readConfig => (await import('./import.ts')).importCommand(readConfig),
  },
  {
    name: 'imports',
    description: 'list and undo imports',
    load: async readConfig => (await import('./imports.ts')).importsCommand(readConfig),
  },
  {
    name: 'export',
    description: 'export stored classifications and their tweets to a file',
    load: async readConfig => (await import('./export.ts')).exportCommand(readConfig),
  },
  {
    name: 'labels',
    description: 'list, export and import the labels that people gave',
    load: async readConfig => (await import('./labels.ts')).labelsCommand(readConfig),
  },
  {
    name: 'models',
    description: 'list, import, compare and promote models',
    load: async readConfig => (await import('./models.ts')).modelsCommand(readConfig),
  },
  {
    name: 'entities',
    description: 'list, alias and merge entities',
    load: async readConfig => (await import('./entities.ts')).entitiesCommand(readConfig),
  },
  {
    name: 'delete',
    description: 'delete stored tweets for good; a dry run without --yes',
    load: async readConfig => (await import('./delete.ts')).deleteCommand(readConfig),
  },
  {
    name: 'doctor',
    description: 'check this set-up and say what to do',
    load: async readConfig => (await import('./doctor.ts')).doctorCommand(readConfig),
  },
  {
    name: 'backup',
    description: 'write all stored data to a file',
    load: async readConfig => (await import('./backup.ts')).backupCommand(readConfig),
  },
  {
    name: 'restore',
    description: 'load a backup into a new, empty database',
    load: async readConfig => (await import('./restore.ts')).restoreCommand(readConfig),
  },
  {
    name: 'train',
    description: 'train a model on labelled files',
    load: async () => (await import('./train.ts')).trainCommand(),
  },
  {
    name: 'adapt',
    description: 'adapt a model to your own labels',
    load: async readConfig => (await import('./adapt.ts')).adaptCommand(readConfig),
  },
  {
    name: 'evaluate',
    description: 'evaluate a model on labelled tweets',
    load: async readConfig => (await import('./evaluate.ts')).evaluateCommand(readConfig),
  },
  {
    name: 'audit',
    description: 'find leaks between training and test tweets',
    load: async readConfig => (await import('./audit.ts')).auditCommand(readConfig),
  },
  {
    name: 'keys',
    description: 'create, list and revoke keys of clients',
    load: async readConfig => (await import('./keys.ts')).keysCommand(readConfig),
  },
  {
    name: 'activity',
    description: 'list changes with the clients that made them',
    load: async readConfig => (await import('./activity.ts')).activityCommand(readConfig),
  },
  {
    name: 'completion',
    description: 'print a script that completes command lines',
    load: async readConfig => {
      const { completionCommand } = await import('./completion.ts')
      return completionCommand(() => Promise.all(COMMANDS.map(({ load }) => load(readConfig))))
    },
  },
]
