import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, test, vi } from 'vitest'
import { skippedBecause } from '../support/skipped-because.ts'
import { stepsOf } from './blocks.ts'
import { type BuiltProgram, buildProgram, missingProgram, openWorkplace, type Workplace } from './run-document.ts'

/*
 * Runs every command, query and example of the documents, in order, against a real server with an empty store, and compares the answers
 * that they show. A block that cannot run here has `skip="reason"` behind its language.
 */

// Most commands are processes of their own.
vi.setConfig({ testTimeout: 120_000 })

const DOCUMENTS = [
  'README.md',
  'README.es.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
].filter(path => stepsOf(path).length > 0)

let program: BuiltProgram
beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

describe.each(DOCUMENTS)('%s', path => {
  const steps = stepsOf(path)
  let workplace: Workplace | undefined
  if (steps.some(({ block }) => block.skipReason === null)) {
    beforeAll(async () => {
      workplace = await openWorkplace(program)
    })
    afterAll(async () => workplace?.close())
  }
  for (const step of steps) {
    const { block } = step
    const name = `line ${block.line}: ${block.text.split('\n')[0]}`
    const missing = missingProgram(block)
    const reason = block.skipReason ?? (missing === null ? null : `this machine has no ${missing}`)
    test(name, skippedBecause(reason), () => workplace?.run(step))
  }
})
