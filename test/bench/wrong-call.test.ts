import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('an invalid call reports the valid values and measures nothing', async () => {
  const call = promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/main.ts', '--growth', '--up-to', '5'])
  await expect(call).rejects.toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('Expected one of 10000, 100000'),
  })
})
