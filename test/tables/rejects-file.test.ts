import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Problem } from '../../src/problem/problem.ts'
import { openRejectsFile } from '../../src/tables/rejects-file.ts'
import { guardCell, unguardCell } from '../../src/tables/spreadsheet-safety.ts'
import { fieldsOf, readTable } from './table.ts'

const EMPTY: Problem = { code: 'INVALID', message: 'The text is empty, "really".', field: ['text'] }

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function writeRejects(names: string[], rows: { cells: string[]; raw?: string }[], name = 'rejects.csv') {
  const rejects = await openRejectsFile(join(directory, name), names)
  for (const [index, { cells, raw = null }] of rows.entries()) await rejects.add({ line: index + 7, cells, raw }, EMPTY)
  await rejects.close()
  return readFile(join(directory, name), 'utf8')
}

test('a spreadsheet can read it: a mark, the line, the reason, the original columns, no formula', async () => {
  const content = await writeRejects(['id', 'text'], [{ cells: ['1', '=1+1'] }, { cells: ['@x', 'a,\n"b"'] }])
  expect(content).toBe(
    '\u{feff}line,code,message,id,text,raw\n' +
      `7,INVALID,"The text is empty, ""really"".",1,'=1+1,\n` +
      `8,INVALID,"The text is empty, ""really"".",'@x,"a,\n""b""",\n`,
  )
})

test('text that could not be split is in the last column', async () => {
  const content = await writeRejects(['id', 'text'], [{ cells: ['1', 'a', 'b,c'] }, { cells: [], raw: '1,"open' }])
  expect(content.split('\n').slice(1, 3)).toEqual([
    '7,INVALID,"The text is empty, ""really"".",,,"1,a,""b,c"""',
    '8,INVALID,"The text is empty, ""really"".",,,"1,""open"',
  ])
})

test('its rows are imported unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom('=', '@', "'", '+', '-', '\t', '\r', 'a', '"', ',', '\n'), { minLength: 1 }), {
        minLength: 1,
        maxLength: 8,
      }),
      async texts => {
        const content = await writeRejects(
          ['id', 'text'],
          texts.map((text, index) => ({ cells: [`@${index}`, text.join('')] })),
        )
        const { rows } = await readTable(content)
        expect(rows.map(row => [fieldsOf(row).externalId, fieldsOf(row).text])).toEqual(
          texts.map((text, index) => [`@${index}`, text.join('')]),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('a guard is undone exactly, and nothing else is changed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('=', "'", '@', 'a', '\t') }),
      cell => unguardCell(guardCell(cell)) === cell,
    ),
  )
  expect(guardCell("it's fine = good")).toBe("it's fine = good")
})

test('a file is created only if a row is rejected, and it appears complete', async () => {
  const path = join(directory, 'rejects.csv')
  const rejects = await openRejectsFile(path, ['text'])
  expect(await readdir(directory)).toEqual([])
  await rejects.add({ line: 1, cells: [''], raw: null }, EMPTY)
  expect(await readdir(directory)).toEqual([`rejects.csv.${process.pid}.partial`])
  expect(await rejects.close()).toBe(true)
  expect(await readdir(directory)).toEqual(['rejects.csv'])
  expect(await (await openRejectsFile(path, ['text'])).close()).toBe(false)
  expect(await readdir(directory)).toEqual(['rejects.csv'])
})

test('the partial file of a killed import is removed, that of a running one is kept', async () => {
  const [dead, alive] = ['rejects.csv.999999999.partial', `rejects.csv.${process.ppid}.partial`]
  for (const name of [dead, alive, 'other.csv.999999999.partial']) await writeFile(join(directory, name), '')
  await openRejectsFile(join(directory, 'rejects.csv'), ['text'])
  expect((await readdir(directory)).sort()).toEqual(['other.csv.999999999.partial', alive].sort())
})

test('a device stays a device', async () => {
  const rejects = await openRejectsFile('/dev/null', ['text'])
  await rejects.add({ line: 1, cells: [''], raw: null }, EMPTY)
  await rejects.close()
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
})

test('an unwritable path is refused before the first row', async () => {
  await mkdir(join(directory, 'folder'))
  await expect(openRejectsFile(join(directory, 'folder'), [])).rejects.toThrow(/is a directory; name a file/)
  await expect(openRejectsFile(join(directory, 'no', 'x.csv'), [])).rejects.toThrow(/directory does not exist/)
})
