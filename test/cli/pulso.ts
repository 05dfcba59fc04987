import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { runProgram } from '../../src/cli/run-program.ts'
import { configReader } from '../../src/config.ts'

const PROGRAM = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const TSX = import.meta.resolve('tsx')

export interface Ending {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CallOptions {
  readonly cwd?: string
  readonly input?: string | Buffer
  readonly environment?: Record<string, string>
}

/** The program from its source, in a separate process. */
export function startPulso(argv: readonly string[], { cwd, environment = {} }: CallOptions = {}): ChildProcess {
  return spawn(process.execPath, ['--import', TSX, PROGRAM, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  })
}

export async function endOf(child: ChildProcess): Promise<Ending> {
  const [stdout, stderr] = [child.stdout, child.stderr].map(stream => {
    const chunks: Buffer[] = []
    stream?.on('data', chunk => chunks.push(chunk))
    return chunks
  })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  const text = (chunks: Buffer[] | undefined) => Buffer.concat(chunks ?? []).toString('utf8')
  return { code, stdout: text(stdout), stderr: text(stderr) }
}

export async function pulso(argv: readonly string[], options: CallOptions = {}): Promise<Ending> {
  const child = startPulso(argv, options)
  const ended = endOf(child)
  // The program may end without reading its input.
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.input ?? '')
  return ended
}

/** The same without the start of a process, for calls that do not need one. */
export async function pulsoHere(argv: readonly string[]): Promise<Ending> {
  const written = { stdout: '', stderr: '' }
  const keep = (name: keyof typeof written, end: string) => (text: unknown) => {
    written[name] += `${text}${end}`
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('stdout', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('stderr', '')),
    vi.spyOn(console, 'log').mockImplementation(keep('stdout', '\n')),
    vi.spyOn(console, 'error').mockImplementation(keep('stderr', '\n')),
  ]
  try {
    return {
      code: await runProgram({ argv, version: 'test', readConfig: configReader(process.env), isDebugging: false }),
      ...written,
    }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
