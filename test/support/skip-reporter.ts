import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node'

/** Lists skipped tests and their reasons. A test that is skipped without a reason fails the run. */
export default class SkipReporter implements Reporter {
  #vitest: Vitest | null = null

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap(module => skippedIn(module).map(task => ({ module, task })))
    // A run with a name pattern skips all other tests.
    if (this.#vitest === null || skipped.length === 0 || this.#vitest.config.testNamePattern !== undefined) return
    const lines = skipped.map(({ module, task }) => {
      const reason = reasonOf(task)
      if (reason === null) process.exitCode = 1
      return `  ${module.relativeModuleId} > ${task.fullName}\n    ${reason ?? 'FAILED: give the reason with `skippedBecause`'}`
    })
    this.#vitest.logger.log(`\n Skipped\n${lines.join('\n')}\n`)
  }
}

/** Skipped tests, and in place of its tests a suite that is skipped for a reason of its own. A suite is also skipped if all of its tests are. */
const skippedIn = (parent: TestModule | TestSuite): (TestSuite | TestCase)[] =>
  parent.children.array().flatMap(child => {
    if (child.type === 'test') return isSkipped(child) ? [child] : []
    return isSkipped(child) && reasonOf(child) !== null ? [child] : skippedIn(child)
  })

const isSkipped = (task: TestSuite | TestCase) =>
  task.options.mode === 'skip' || (task.type === 'test' && task.result().state === 'skipped')

function reasonOf(task: TestSuite | TestCase): string | null {
  const result = task.type === 'test' ? task.result() : null
  return task.meta().skipReason ?? (result?.state === 'skipped' ? result.note : undefined) ?? null
}
