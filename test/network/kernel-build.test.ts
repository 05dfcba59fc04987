import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

test('the committed kernel.wasm is what its source compiles to', async () => {
  const asc = await import('assemblyscript/asc')
  let built: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    ['src/network/assembly/kernel.ts', '--config', 'src/network/assembly/asconfig.json'],
    {
      writeFile: (_name: string, contents: string | Uint8Array) => {
        built = contents as Uint8Array
      },
    },
  )
  expect(error, stderr.toString()).toBeNull()
  const committed = await readFile('src/network/kernel.wasm')
  expect(
    Buffer.from(built ?? []).equals(committed),
    'run `npm run build:kernel` and commit src/network/kernel.wasm',
  ).toBe(true)
}, 60_000)
