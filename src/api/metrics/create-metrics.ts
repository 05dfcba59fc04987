import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ModelRegistry } from '../../models/service.ts'
import { commits, queueChanges, scoredBatches } from '../../process/measurements.ts'
import { VERSION } from '../../version.ts'

/** The counters of one server. No label has a value that clients can choose, such as the name of an entity. */
export interface Metrics {
  readonly registry: Registry
  /** A request was answered; `route` is the pattern of its path. */
  request(route: string, method: string, status: number, seconds: number): void
  /** A GraphQL operation was answered. `field` is its root field; `outcome` is `ok`, or the code of the first error. */
  operation(field: string, outcome: string, seconds: number): void
  close(): void
}

/** In seconds. A request that stores a tweet takes some milliseconds, an import's batch some hundred. */
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64, 128]

export interface MetricsOptions {
  readonly pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>
  readonly models: Pick<ModelRegistry, 'active'>
}

export function createMetrics({ pool, models }: MetricsOptions): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'pulso_http_request_duration_seconds',
    help: 'Time until a response was sent, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: DURATIONS,
    registers,
  })
  const operations = new Histogram({
    name: 'pulso_graphql_operation_duration_seconds',
    help: 'Time of a GraphQL operation, by root field and outcome: ok, or the code of the first error.',
    labelNames: ['field', 'outcome'],
    buckets: DURATIONS,
    registers,
  })
  const batchSizes = new Histogram({
    name: 'pulso_inference_batch_mentions',
    help: 'Mentions in a batch that a model scored.',
    buckets: BATCH_SIZES,
    registers,
  })
  const inference = new Histogram({
    name: 'pulso_inference_duration_seconds',
    help: 'Time in which a thread scored a batch.',
    buckets: DURATIONS,
    registers,
  })
  const committed = new Histogram({
    name: 'pulso_commit_duration_seconds',
    help: 'Time of the COMMIT of a transaction that writes.',
    buckets: DURATIONS,
    registers,
  })
  const queued = new Gauge({ name: 'pulso_queued_mentions', help: 'Mentions that wait for a model.', registers })
  new Gauge({
    name: 'pulso_database_connections',
    help: 'Connections of the pool by state; waiting are requests without one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'pulso_build_info',
    help: '1, with the version of the server and of the active model.',
    labelNames: ['version', 'model'],
    registers,
    collect() {
      this.reset()
      this.set({ version: VERSION, model: models.active.version }, 1)
    },
  })
  const rejected = new Counter({
    name: 'pulso_rejected_requests_total',
    help: 'Requests that were refused because the server or the database was busy or unavailable, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const ends = [
    scoredBatches.subscribe(({ mentionCount, seconds }) => {
      batchSizes.observe(mentionCount)
      inference.observe(seconds)
    }),
    commits.subscribe(({ seconds }) => committed.observe(seconds)),
    queueChanges.subscribe(({ mentionCount }) => queued.inc(mentionCount)),
  ]
  return {
    registry,
    request: (route, method, status, seconds) => {
      requests.observe({ route, method, status: String(status) }, seconds)
      if (status === 429 || status === 503) rejected.inc({ reason: status === 429 ? 'THROTTLED' : 'UNAVAILABLE' })
    },
    operation: (field, outcome, seconds) => {
      operations.observe({ field, outcome }, seconds)
      if (REFUSALS.has(outcome)) rejected.inc({ reason: outcome })
    },
    close: () => {
      for (const end of ends) end()
    },
  }
}

const REFUSALS: ReadonlySet<string> = new Set(['OVERLOADED', 'UNAVAILABLE'])
