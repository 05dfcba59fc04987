// Loaded into the server before its own code (`node --import`). Reports the delay of the event loop's timers to the
// parent process, and ends the server together with it.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** The histogram measures the time between two firings of a timer of this length, including the length itself. */
const RESOLUTION_MS = 10

// Worker threads inherit the flag, but have their own loops.
if (isMainThread && process.channel) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  process.on('message', message => {
    if (message === 'start') {
      delay.reset()
      delay.enable()
    } else if (message === 'stop') {
      delay.disable()
      process.send({ loopDelayP99Ms: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS) })
    }
  })
  // A killed run can no longer stop its server.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The parent may be the only listener; the channel must not keep the server alive.
  process.channel.unref()
}
