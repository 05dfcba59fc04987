import { randomUUID } from 'node:crypto'
import { parseConfig } from '../../src/config.ts'
import { indexBatch } from '../../src/indexing/index-batch.ts'
import { openStorage } from '../../src/storage/open-storage.ts'

// Indexes until it is killed. Prints the number of tweets of each committed batch.

const { pool } = await openStorage(parseConfig(process.env), message => console.error(message))
const indexer = { id: randomUUID(), leaseMs: 300 }
for (;;) {
  const taken = await indexBatch(pool, indexer, 10)
  if (taken > 0) process.stdout.write(`${taken}\n`)
  else await new Promise(resolve => setTimeout(resolve, 20))
}
