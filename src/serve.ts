import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { type Application, startApplication } from './application.ts'
import type { Config } from './config.ts'
import { keepHeapSmall } from './process/keep-heap-small.ts'
import { listenForInterruption } from './process/signals.ts'

/** Requests in flight take milliseconds; what is not done by then is stuck. */
const CLOSING_TIMEOUT_MS = 20_000

/**
 * Runs the server until a signal ends it; `announce` is called when it is ready. Throws a `UsageError` if the configuration cannot work.
 */
export async function serve(config: Config, announce = printAddresses): Promise<void> {
  keepHeapSmall()
  const startedAt = performance.now()
  const logger = createLogger(config)
  const starting = startApplication({ config, logger, now: () => new Date() })
  // Before it is ready, because what a start has begun must be stopped as well.
  const interruption = listenForInterruption()
  const grace = closeWithGrace(
    { delay: CLOSING_TIMEOUT_MS, logger: false, skip: ['SIGINT', 'SIGTERM'] },
    async ({ err }) => {
      if (err) logger.fatal(err)
      const started = await starting.catch(() => null)
      await started?.close()
    },
  )
  interruption.signal.addEventListener('abort', () => {
    if (process.stdout.isTTY) process.stdout.write('\nStopping. Press Ctrl-C again to end at once.\n')
    void grace.close()
  })
  const application = await starting.catch((error: unknown) => {
    interruption.stopListening()
    grace.uninstall()
    throw error
  })
  announce(application, (performance.now() - startedAt) / 1000)
}

function printAddresses(application: Application, seconds: number): void {
  process.stdout.write(
    [
      `Pulso is ready after ${seconds.toFixed(1)} s.`,
      `  Dashboard   ${browsable(application.url)}/`,
      `  API         ${application.url}/graphql`,
      `  Playground  ${browsable(application.url)}/graphql (in a browser)`,
      `  Data        ${application.storageLocation}`,
      `  Model       ${application.modelVersion}`,
      '',
    ].join('\n'),
  )
}

/** Logs go to standard error, so that standard output stays what a person reads; in a terminal they are made readable. */
function createLogger({ logLevel }: Config) {
  if (!process.stderr.isTTY) return pino({ level: logLevel }, pino.destination(2))
  return pino({
    level: logLevel,
    transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
  })
}

/** A browser cannot open "every network". */
const browsable = (url: string) => url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
