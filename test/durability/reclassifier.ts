import { randomUUID } from 'node:crypto'
import { parseConfig } from '../../src/config.ts'
import { openModels } from '../../src/models/open-models.ts'
import { resourceStack } from '../../src/process/resource-stack.ts'
import { claimJob } from '../../src/reclassification/claim-job.ts'
import { runJob } from '../../src/reclassification/run-job.ts'
import { openStorage } from '../../src/storage/open-storage.ts'

// Runs the open job until it is killed. Prints the number of processed mentions after each committed batch.

const config = parseConfig(process.env)
const log = (message: string) => console.error(message)
const now = () => new Date()
const opening = openStorage(config, log)
const { loaded } = await openModels(
  { config, storage: opening, threads: 1, maxQueuedMentions: 1_000, log },
  resourceStack(),
)
const storage = await opening
for (;;) {
  const runner = { id: randomUUID(), leaseMs: 500 }
  const job = await claimJob(storage.pool, runner, null)
  if (job === null) {
    await new Promise(resolve => setTimeout(resolve, 50))
    continue
  }
  await runJob(
    {
      storage,
      loaded,
      runner,
      batchSize: 10,
      dutyCycle: 1,
      now,
      signal: new AbortController().signal,
      onProgress: processed => process.stdout.write(`${processed}\n`),
    },
    job,
  )
}
