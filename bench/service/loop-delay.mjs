// Loaded into the server before its own code (`node --import`): tells the parent process how late the event loop's timers are, and ends
// the server with it.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** The histogram counts the time between two firings of a timer of this length, the length itself included. */
const RESOLUTION_MS = 10

// Worker threads inherit the flag, and have loops of their own.
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
  // A run that is killed cannot stop its server any more.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The parent may be the only one who listens; the server must end when it wants to.
  process.channel.unref()
}
