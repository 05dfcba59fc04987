import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { PROJECT } from '../project.ts'
import type { Question, Timing } from './messages.ts'

/** An engine in its own process. */
export interface EngineProcess {
  readonly version: string
  give(rows: readonly unknown[]): Promise<void>
  answer(rows: readonly number[]): Promise<readonly number[]>
  time(batches: readonly (readonly number[])[], leastCpuMs: number): Promise<Timing>
  close(): Promise<void>
}

const KEPT_OF_ERRORS = 4000

/** Resolves when the engine is ready. If it ends before, throws with the end of its standard error. */
export async function startEngine(program: string, args: readonly string[]): Promise<EngineProcess> {
  const child = spawn(program, args, { cwd: PROJECT, stdio: ['pipe', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  let errors = ''
  child.stderr.on('data', chunk => {
    errors = (errors + chunk).slice(-KEPT_OF_ERRORS)
  })
  // A dead process is noticed by its missing response.
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async () => {
    const { value, done } = await lines.next()
    if (done !== true) return JSON.parse(value)
    await exited
    throw new Error(`${[program, ...args].join(' ')} ended with ${child.exitCode ?? child.signalCode}:\n${errors}`)
  }
  const ask = (question: Question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`)
    return read()
  }
  const { version } = await read()
  return {
    version,
    give: async rows => void (await ask({ ask: 'rows', rows })),
    answer: async rows => (await ask({ ask: 'answer', rows })).answers,
    time: (batches, leastCpuMs) => ask({ ask: 'time', batches, leastCpuMs }),
    close: async () => {
      child.kill()
      await exited
    },
  }
}
