import { schema } from '../../../src/api/schema.ts'
import { scriptCommand } from '../../../src/process/script-command.ts'
import { makeDataDirectory } from '../../support/data-directory.ts'
import { runCorpus } from './run-corpus.ts'

// `npm run test:hostile -- --requests 50000 --seed 7`: the corpus of the test, as long as you like, with an embedded database of its own.
const values = scriptCommand('test:hostile', 'Sends generated hostile requests to a server with a database of its own.')
  .option('--requests <count>', 'how many requests', '50000')
  .option('--seed <number>', 'the seed of the requests', String(Date.now() % 1e6))
  .parse()
  .opts<{ requests: string; seed: string }>()
const directory = await makeDataDirectory()
const seed = Number(values.seed)
console.error(`Seed ${seed}`)
const startedAt = performance.now()
const { findings, statuses, withData, memory } = await runCorpus({
  schema,
  seed,
  requestCount: Number(values.requests),
  environment: { DATABASE_URL: '', PULSO_DATA_DIR: directory.path, PULSO_LOG_LEVEL: 'error' },
  onProgress: done => console.error(`${done} requests`),
})
await directory.remove()
console.log(findings.join('\n\n'))
console.log(
  `${findings.length} findings in ${values.requests} requests of seed ${seed}, ${Math.round((performance.now() - startedAt) / 1000)} s`,
)
console.log(
  `Answers by status: ${[...statuses]
    .sort()
    .map(([status, count]) => `${status} ${count}`)
    .join(', ')}; ${withData} with data`,
)
console.log(`Memory after collection, at 40 % and at the end: ${JSON.stringify(memory)}`)
process.exitCode = findings.length === 0 ? 0 : 1
