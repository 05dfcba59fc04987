/** The least processor time of `times` runs. Other work of the machine hardly changes it. */
export function cpuMicroseconds(work: () => void, times = 2): number {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage()
    work()
    least = Math.min(least, process.cpuUsage(before).user)
  }
  return least
}
