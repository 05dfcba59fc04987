import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stampBuild } from '../../bin/build-stamp.js'

const BIN = fileURLToPath(new URL('../../bin/', import.meta.url))
const NOTICE =
  'The source is newer than this build of it. After `git pull`, run `npm ci`; after an edit, `npm run build`.\n'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pulso-build-'))
  for (const folder of ['bin', 'src/deep', 'web', 'dist/cli']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['pulso.js', 'build-stamp.js']) cpSync(join(BIN, file), join(root, 'bin', file))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'src/deep/one.ts'), 'one')
  writeFileSync(join(root, 'web/page.tsx'), 'page')
  writeFileSync(join(root, 'dist/cli/main.js'), 'console.log("ran")')
  for (const part of ['server', 'web'] as const) stampBuild(root, part)
})
afterEach(() => rmSync(root, { recursive: true }))

const run = () => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/pulso.js')], { encoding: 'utf8' })
  return { stdout, stderr }
}

/** As git writes a file: with the time of now, which is after that of the build. */
const write = (file: string, content: string) => {
  writeFileSync(join(root, file), content)
  const later = new Date(Date.now() + 60_000)
  utimesSync(join(root, file), later, later)
}

test.each(['src/deep/one.ts', 'web/page.tsx', 'src/added.ts'])(
  'a change of %s since the build is said in one line',
  file => {
    expect(run()).toEqual({ stdout: 'ran\n', stderr: '' })
    write(file, 'changed')
    expect(run()).toEqual({ stdout: 'ran\n', stderr: NOTICE })
  },
)

test('a file that was removed since the build is said as well', () => {
  writeFileSync(join(root, 'src/deep/two.ts'), 'two')
  for (const part of ['server', 'web'] as const) stampBuild(root, part)
  expect(run()).toEqual({ stdout: 'ran\n', stderr: '' })
  rmSync(join(root, 'src/deep/two.ts'))
  expect(run()).toEqual({ stdout: 'ran\n', stderr: NOTICE })
})

test('the same content with another time is not a change, nor is an image without source', () => {
  write('src/deep/one.ts', 'one')
  expect(run()).toEqual({ stdout: 'ran\n', stderr: '' })
  write('src/deep/one.ts', 'changed')
  rmSync(join(root, 'src'), { recursive: true })
  expect(run()).toEqual({ stdout: 'ran\n', stderr: '' })
})
