import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { type Application, startApplication } from './application.ts'
import type { Config } from './config.ts'
import { keepHeapSmall } from './process/keep-heap-small.ts'
import { listenForInterruption } from './process/signals.ts'

/** Requests in flight take milliseconds; any that last longer than this are stuck. */
const CLOSING_TIMEOUT_MS = 20_000

/**
 * Runs the server until a signal ends it; `announce` is called when it is ready. Throws a `UsageError` if the configuration cannot work.
 */
export async function serve(config: Config, announce = printAddresses): Promise<void> {
  keepHeapSmall()
  const startedAt = performance.now()
  const logger = createLogger(config)
  const starting = startApplication({ config, logger })
  // Before the application is ready, because an interrupted start must also be stopped cleanly.
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
    if (process.stdout.isTTY) process.stdout.write('\nStopping. Press Ctrl-C again to stop immediately.\n')
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

/** Logs go to standard error, because standard output is for people. In a terminal they are formatted for reading. */
function createLogger({ logLevel }: Config) {
  if (!process.stderr.isTTY) return pino({ level: logLevel }, pino.destination(2))
  return pino({
    level: logLevel,
    transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } },
  })
}

/** Replaces the address that means every network, which a browser cannot open. */
const browsable = (url: string) => url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
