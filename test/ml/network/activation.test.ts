import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { readKernel } from '../../../src/ml/network/kernel.ts'

interface Activation {
  cellAt(input: number, forget: number, candidate: number, cell: number): number
  hiddenAt(output: number, cell: number): number
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The kernel's functions in a separate module. */
async function compile(target: string): Promise<Activation> {
  // Enables the relaxed build in Node 20.
  await readKernel()
  const directory = await mkdtemp(join(tmpdir(), 'pulso-activation-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const built = join(directory, 'activation.wasm')
  await promisify(execFile)(process.execPath, [
    'node_modules/assemblyscript/bin/asc.js',
    'test/ml/network/assembly/activation-entry.ts',
    ...['--config', 'src/ml/network/assembly/asconfig.json', '--target', target, '--outFile', built],
  ])
  const { instance } = await WebAssembly.instantiate(await readFile(built))
  return instance.exports as unknown as Activation
}

/** Steps of 1 / 512 from -150 to 150, and values larger than any gate. */
const ARGUMENTS = [
  ...Array.from({ length: 300 * 512 + 1 }, (_, index) => index / 512 - 150),
  ...[-0, 1e-30, -1e-30, 1e5, -1e5, 3e38, -3e38, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
].map(Math.fround)

test.each(['release', 'relaxed'])(
  '%s: the gates’ functions are as accurate as their comments state',
  { timeout: 120_000 },
  async target => {
    const { cellAt, hiddenAt } = await compile(target)
    const largest = (errorAt: (x: number, place: number) => number) =>
      ARGUMENTS.reduce((most, x, place) => Math.max(most, errorAt(x, place)), 0)
    const partner = (place: number, stride = 7_919) => ARGUMENTS[(place * stride) % ARGUMENTS.length] ?? 0

    expect(largest(x => Math.abs(hiddenAt(40, x) - Math.tanh(x)))).toBeLessThan(3e-7)
    expect(largest(x => Math.abs(hiddenAt(x, 40) - logistic(x)))).toBeLessThan(3e-7)
    expect(
      largest((x, place) => Math.abs(hiddenAt(x, partner(place)) - logistic(x) * Math.tanh(partner(place)))),
    ).toBeLessThan(3e-7)
    const usual = (x: number) => Math.fround(x / 20)
    expect(
      largest((x, place) => {
        const [output, cell] = [usual(x), usual(partner(place))]
        return Math.abs(hiddenAt(output, cell) - logistic(output) * Math.tanh(cell))
      }),
    ).toBeLessThan(3e-7)

    for (const scaled of [(x: number) => x, usual]) {
      expect(
        largest((x, place) => {
          const [input, forget] = [scaled(x), scaled(partner(place))]
          const candidate = scaled(partner(place, 104_729))
          const cell = Math.max(-40, Math.min(40, usual(partner(place, 15_485_863)) * 4))
          const exact = logistic(forget) * cell + logistic(input) * Math.tanh(candidate)
          return Math.abs(cellAt(input, forget, candidate, cell) - exact) / (1 + Math.abs(cell))
        }),
      ).toBeLessThan(3e-7)
    }
  },
)
