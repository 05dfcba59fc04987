import { CommanderError } from 'commander'
import type { ReadConfig } from '../config.ts'
import { UsageError } from '../problem/problem.ts'
import { isOperational, unusableDatabase } from '../storage/connection-failure.ts'
import { isReaderGone } from './output/standard-output.ts'
import { createProgram } from './program.ts'

export interface ProgramCall {
  /** Without the interpreter and the script. */
  readonly argv: readonly string[]
  readonly version: string
  readonly readConfig: ReadConfig
  /** Prints the stack of an unexpected error. */
  readonly isDebugging: boolean
}

const WRONG_CALL = 2
const BUG = 1

/** Runs the command line. Only here do failures become a line on standard error and an exit code. */
export async function runProgram({ argv, version, readConfig, isDebugging }: ProgramCall): Promise<number> {
  try {
    const program = await createProgram({ version, readConfig, calledName: calledCommand(argv) })
    if (argv.length === 0) {
      program.outputHelp({ error: true })
      return WRONG_CALL
    }
    await program.parseAsync(argv, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (isReaderGone(error)) return 0
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_CALL
    if (error instanceof UsageError) {
      console.error(error.message)
      return error.exitCode
    }
    if (isOperational(error)) {
      console.error(unusableDatabase(error, { name: 'The database' }).message)
      return WRONG_CALL
    }
    console.error(`unexpected: ${oneLine(error)}`)
    if (isDebugging) console.error(error)
    return BUG
  }
}

/** `pulso help import` needs the command as well as `pulso import --help`. */
const calledCommand = (argv: readonly string[]) => (argv[0] === 'help' ? argv[1] : argv[0])

const oneLine = (error: unknown) =>
  (error instanceof Error ? error.message || error.name : String(error)).split('\n').find(line => line.trim() !== '') ??
  'no message'
