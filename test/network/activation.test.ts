import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { readKernel } from '../../src/network/read-kernel.ts'

interface Activation {
  logisticAt(x: number): number
  productAt(x: number, y: number): number
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The functions as the kernel has them, in a module of their own. */
async function compile(target: string): Promise<Activation> {
  // Lets Node 20 run the relaxed build as well.
  await readKernel()
  const directory = await mkdtemp(join(tmpdir(), 'pulso-activation-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const built = join(directory, 'activation.wasm')
  await promisify(execFile)(process.execPath, [
    'node_modules/assemblyscript/bin/asc.js',
    'test/network/assembly/activation-entry.ts',
    ...['--config', 'src/network/assembly/asconfig.json', '--target', target, '--outFile', built],
  ])
  const { instance } = await WebAssembly.instantiate(await readFile(built))
  return instance.exports as unknown as Activation
}

/** Every value that float32 has in steps of 1 / 512 from -150 to 150, and what is larger than any gate. */
const ARGUMENTS = [
  ...Array.from({ length: 300 * 512 + 1 }, (_, index) => index / 512 - 150),
  ...[-0, 1e-30, -1e-30, 1e5, -1e5, 3e38, -3e38, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
].map(Math.fround)

test.each(['release', 'relaxed'])(
  '%s: the gates’ functions are as near as their comments say',
  { timeout: 120_000 },
  async target => {
    const { logisticAt, productAt } = await compile(target)
    const largest = (errorAt: (x: number, place: number) => number) =>
      ARGUMENTS.reduce((most, x, place) => Math.max(most, errorAt(x, place)), 0)
    const partner = (place: number) => ARGUMENTS[(place * 7_919) % ARGUMENTS.length] ?? 0

    expect(largest(x => Math.abs(logisticAt(x) - logistic(x)))).toBeLessThan(1.5e-7)
    expect(largest(x => Math.abs(productAt(40, x) - Math.tanh(x)))).toBeLessThan(3e-7)
    expect(largest(x => Math.abs(productAt(x, 40) - logistic(x)))).toBeLessThan(3e-7)
    expect(
      largest((x, place) => Math.abs(productAt(x, partner(place)) - logistic(x) * Math.tanh(partner(place)))),
    ).toBeLessThan(3e-7)
    expect(
      largest((x, place) =>
        Math.abs(
          productAt(x / 10, partner(place) / 30) -
            logistic(Math.fround(x / 10)) * Math.tanh(Math.fround(partner(place) / 30)),
        ),
      ),
    ).toBeLessThan(3e-7)
  },
)
