const CHECK_EVERY_MS = 250

/**
 * Treats the death of the parent process as SIGTERM. `npx pulso` runs Pulso below a shell and sends signals to that
 * shell only. The shell dies without forwarding them, and the server would run on unsupervised.
 */
export function endWithParent(): void {
  const parent = process.ppid
  const check = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(check)
    process.kill(process.pid, 'SIGTERM')
  }, CHECK_EVERY_MS)
  check.unref()
}
