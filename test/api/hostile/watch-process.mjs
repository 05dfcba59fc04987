// Loaded into the server before its own code (`node --import`). Reports stalls of the event loop and the memory to the parent process.
import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const TICK_MS = 20
const STALL_MS = 500

/**
 * Processor time of the main thread in ms. Wall time would count the work of other processes, and the time of the whole process would count
 * the threads of the model.
 */
function mainThreadMs() {
  if (process.platform !== 'linux') return process.cpuUsage().user / 1e3 + process.cpuUsage().system / 1e3
  const [ran] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')
  return Number(ran) / 1e6
}

// Worker threads inherit the flag, but have their own loops.
if (isMainThread && process.channel) {
  let ranMs = mainThreadMs()
  let isReady = false
  // Between two ticks, the loop had no turn for timers.
  const watch = setInterval(() => {
    const nowMs = mainThreadMs()
    if (isReady && nowMs - ranMs > STALL_MS) process.send({ kind: 'stall', cpuMs: Math.round(nowMs - ranMs) })
    ranMs = nowMs
  }, TICK_MS)
  watch.unref()
  process.on('message', () => {
    // Starting takes longer than a stall.
    isReady = true
    // Collecting takes its time too, which no request has caused.
    globalThis.gc?.()
    ranMs = mainThreadMs()
    const { heapUsed, rss } = process.memoryUsage()
    process.send({ kind: 'memory', heapMb: heapUsed / 1e6, rssMb: rss / 1e6 })
  })
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
