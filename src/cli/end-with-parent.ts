const CHECK_EVERY_MS = 250

/**
 * Takes the end of the parent for SIGTERM. `npx pulso` runs us below a shell, and hands a signal to that shell alone, which dies of it
 * without a word to us; the server would then go on with nobody who knows of it.
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
