/*
 * The rooms of src/, from the roof down to the ground. A room may import the rooms that its line names, all of which are on lower lines. So no
 * import runs back up, and no two rooms depend on each other, directly or through others.
 */

/** Available to all rooms: pure code without a database, GraphQL or HTTP. */
const GROUND = ['statistics', 'tables', 'time', 'concurrency', 'process', 'problem', 'labels.ts']
/** Available to every capability. */
const KIT = ['graphql', 'storage', 'config.ts', 'ml/network', 'ml/language', ...GROUND]
const BASE = ['classification', 'analytics', 'models', 'entities']
const ML = [
  'ml/adaptation',
  'ml/audit',
  'ml/keras-import',
  'ml/experiments',
  'ml/training',
  'ml/lexicons',
  'ml/evaluation',
  'ml/network',
  'ml/tensorflow',
  'ml/language',
]

/** A folder with a `capability.ts` but without its own line may import this, and only the list in api/ may import it. */
export const NEW_CAPABILITY = ['jobs', ...BASE, ...KIT]

export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  // Commands, and the process put together.
  cli: [
    'serve.ts',
    'access',
    'adaptation',
    'analysis',
    'exports',
    'reclassification',
    'deletion',
    'doctor',
    'imports',
    'live',
    'labelling',
    'classification',
    'models',
    'entities',
    'storage',
    'config.ts',
    'scopes.ts',
    'version.ts',
    ...ML,
    ...GROUND,
  ],
  'serve.ts': ['application.ts', 'config.ts', 'process'],
  'application.ts': [
    'api',
    'access',
    'adaptation',
    'deletion',
    'live',
    'reclassification',
    'imports',
    'classification',
    'models',
    'entities',
    'indexing',
    'jobs',
    'storage',
    'config.ts',
    ...GROUND,
  ],
  // The roof: the list of capabilities, Apollo, limits and HTTP.
  api: [
    'access',
    'adaptation',
    'analysis',
    'deletion',
    'exports',
    'live',
    'estimation',
    'explanation',
    'reclassification',
    'imports',
    'search',
    'terms',
    'labelling',
    'scopes.ts',
    'version.ts',
    ...BASE,
    ...KIT,
  ],
  // Capabilities.
  access: ['scopes.ts', ...KIT],
  adaptation: ['models', 'entities', 'ml/adaptation', 'ml/evaluation', ...KIT],
  analysis: ['classification', 'models', 'entities', ...KIT],
  doctor: ['models', 'storage', ...GROUND],
  deletion: ['jobs', 'classification', ...KIT],
  estimation: ['analytics', 'models', 'estimates', ...KIT],
  exports: ['search', 'classification', 'indexing', 'models', 'entities', ...KIT],
  live: ['imports', ...BASE, ...KIT],
  explanation: ['classification', 'models', 'entities', ...KIT],
  reclassification: ['jobs', 'classification', 'models', 'entities', ...KIT],
  imports: ['jobs', 'classification', 'entities', ...KIT],
  search: ['indexing', 'classification', 'analytics', 'models', ...KIT],
  terms: ['indexing', 'analytics', 'models', 'entities', ...KIT],
  // Capabilities that others use.
  analytics: ['evidence', 'models', 'entities', 'ml/evaluation', 'estimates', ...KIT],
  evidence: ['labelling', 'models', 'ml/evaluation', 'estimates', ...KIT],
  labelling: ['classification', 'models', 'entities', ...KIT],
  classification: ['models', 'entities', ...KIT],
  models: ['entities', 'ml/evaluation', ...KIT],
  entities: KIT,
  // The words behind search and terms; leases, loops and priorities of background work; the kit of the API.
  indexing: ['jobs', 'storage', 'ml/language', ...GROUND],
  jobs: ['storage', ...GROUND],
  graphql: ['scopes.ts', 'storage', 'ml/network', ...GROUND],
  // The one database client.
  storage: ['config.ts', 'version.ts', ...GROUND],
  'config.ts': ['ml/network', ...GROUND],
  // Machine learning: nothing here knows of a database, GraphQL or HTTP.
  'ml/keras-import': ['ml/training', 'ml/network', 'ml/language', ...GROUND],
  'ml/adaptation': ['ml/audit', 'ml/evaluation', 'ml/network', 'ml/language', 'estimates', ...GROUND],
  'ml/audit': ['ml/experiments', 'ml/evaluation', 'ml/language', ...GROUND],
  'ml/experiments': [
    'ml/training',
    'ml/lexicons',
    'ml/evaluation',
    'ml/network',
    'ml/tensorflow',
    'ml/language',
    ...GROUND,
  ],
  'ml/training': ['ml/lexicons', 'ml/evaluation', 'ml/network', 'ml/tensorflow', 'ml/language', ...GROUND],
  'ml/lexicons': ['ml/tensorflow', 'ml/language', ...GROUND],
  'ml/evaluation': ['ml/network', 'ml/language', 'estimates', ...GROUND],
  'ml/network': ['ml/tensorflow', 'ml/language', ...GROUND],
  'ml/tensorflow': ['process', 'problem'],
  'ml/language': ['problem', 'concurrency', 'labels.ts'],
  // Ground.
  estimates: ['statistics', 'labels.ts'],
  statistics: [],
  tables: ['time', 'process', 'problem', 'labels.ts'],
  time: ['problem'],
  concurrency: [],
  process: ['problem'],
  problem: [],
  'labels.ts': [],
  'scopes.ts': [],
  'version.ts': [],
}
