import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { type CallOptions, endOf, pulso, startPulso } from './pulso.ts'

// Each test starts whole processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let database: TestDatabase
let directory: string
beforeEach(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
})
afterEach(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

const here = (options: CallOptions = {}) => ({
  cwd: directory,
  environment: { DATABASE_URL: database.url },
  ...options,
})

async function countOf(table: string): Promise<number> {
  const { rows } = await database.storage.pool.query<{ count: string }>(`SELECT count(*) AS count FROM ${table}`)
  return Number(rows[0]?.count)
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)

describe('pulso import', () => {
  test('stores a file without a header, prints its counts, and writes rejected rows to a file', async () => {
    const rows = [
      '1,Xbox,Positive,good',
      '2,Xbox,Neutral,',
      '1,Xbox,Positive,good ',
      '3,"Call of Duty",Negative,"bad\nweek"',
    ]
    await writeFile(join(directory, 'k.csv.gz'), gzipSync(rows.join('\r\n')))
    const call = ['import', 'k.csv.gz', '--columns', 'id,entity,sentiment,text']
    const { code, stdout, stderr } = await pulso(call, here())
    expect({ code, stdout }).toEqual({ code: 0, stdout: '4 read = 2 stored + 1 duplicates + 1 rejected\n' })
    expect(stderr).toContain('1 rejected row is in k.csv.gz.rejects.csv\n')
    expect(await readFile(join(directory, 'k.csv.gz.rejects.csv'), 'utf8')).toMatch(
      /^\u{feff}line,code,message,id,entity,sentiment,text,raw\n2,INVALID,text must have .*,2,Xbox,Neutral,,\n$/u,
    )
    expect(await countOf('tweet')).toBe(2)
    expect((await pulso(call, here())).stdout).toBe('4 read = 0 stored + 3 duplicates + 1 rejected\n')
  })

  test('reads standard input, and prints its counts for programs', async () => {
    const input = '{"id":1,"text":"fine","entity":"Xbox"}\n{"id":1,"text":"fine","entity":"Sony"}\n{oops\n'
    const { code, stdout } = await pulso(['import', '-', '--format', 'json', '--rejects', 'bad.csv'], here({ input }))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      processedCount: 3,
      storedCount: 2,
      duplicateCount: 0,
      rejectedCount: 1,
      end: 'complete',
      rejectsFile: 'bad.csv',
      model: expect.stringMatching(/@[0-9a-f]{12}$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await readdir(directory)).toEqual(['bad.csv'])
  })

  test('rejected rows that were fixed are imported from the rejects file', async () => {
    await writeFile(join(directory, 'a.csv'), 'id,text,posted_at\n1,@xbox hi,yesterday\n')
    await pulso(['import', 'a.csv'], here())
    const rejects = join(directory, 'a.csv.rejects.csv')
    await writeFile(rejects, (await readFile(rejects, 'utf8')).replace(',yesterday,', ',2026-03-01,'))
    const { stdout } = await pulso(['import', 'a.csv.rejects.csv'], here())
    expect(stdout).toBe('1 read = 1 stored + 0 duplicates + 0 rejected\n')
    const { rows } = await database.storage.pool.query('SELECT external_id, text FROM tweet')
    expect(rows).toEqual([{ external_id: '1', text: '@xbox hi' }])
  })

  test('a truncated file stores nothing', async () => {
    const packed = gzipSync(Array.from({ length: 9000 }, (_, index) => `${index},text ${index * 7919}\n`).join(''))
    await writeFile(join(directory, 'a.csv.gz'), packed.subarray(0, -100))
    const { code, stdout, stderr } = await pulso(['import', 'a.csv.gz', '--columns', 'id,text'], here())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe('a.csv.gz is truncated: its gzip stream ends too early. Copy the file again.\n')
    expect(await countOf('tweet')).toBe(0)
  })

  test.each(['./a.csv', 'link.csv'])('the rejects file cannot be the file itself, called %s', async name => {
    await writeFile(join(directory, 'a.csv'), 'text\nhi\n')
    await symlink('a.csv', join(directory, 'link.csv'))
    const { code, stderr } = await pulso(['import', 'a.csv', '--rejects', name], here())
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `--rejects ${name} is the input file; name another file.\n`,
    })
  })

  test('takes several files, and fails if every row of one is rejected', async () => {
    await writeFile(join(directory, 'a.csv'), 'text\nhi\n')
    await writeFile(join(directory, 'b.csv'), 'text,posted_at\nho,yesterday\n')
    const { code, stdout } = await pulso(['import', 'b.csv', 'a.csv'], here())
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: '1 read = 0 stored + 0 duplicates + 1 rejected\n1 read = 1 stored + 0 duplicates + 0 rejected\n',
    })
    const named = await pulso(['import', 'a.csv', 'b.csv', '--rejects', 'r.csv'], here())
    expect(named).toMatchObject({ code: 2, stderr: expect.stringMatching(/^--rejects names the file of one import/) })
  })

  test('names ignored columns and counts lost labels on standard error', async () => {
    await writeFile(join(directory, 'a.csv'), 'text,mood,sentiment\nhi,4,Mixed\nho,0,Positive\n')
    const { stdout, stderr } = await pulso(['import', 'a.csv'], here())
    expect(stdout).toBe('2 read = 2 stored + 0 duplicates + 0 rejected\n')
    expect(stderr).toContain('Columns of a.csv that are not recognised and not read: mood.')
    expect(stderr).toContain('1 row has an unknown label and is read without it ("Mixed" 1)')
    const again = ['import', 'a.csv', '--map', 'sentiment=mood', '--labels', '0=Negative,4=Positive']
    expect((await pulso(again, here())).stdout).toBe('2 read = 0 stored + 1 duplicates + 0 rejected + 1 relabelled\n')
  })

  test('an invalid entity is refused before the first row', async () => {
    await writeFile(join(directory, 'a.csv'), 'text\nhi\n')
    const { code, stderr } = await pulso(['import', 'a.csv', '--entity', '###'], here())
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^--entity "###": .*letter or digit.*\n$/),
    })
  })
})

describe('an import that is stopped in the middle', () => {
  const ROWS = 6_000
  const CALL = ['import', 'long.csv', '--columns', 'id,text']
  beforeEach(async () => {
    const words = 'some words that make the model work for a while so that there is a middle'
    const rows = Array.from({ length: ROWS }, (_, index) => `${index},${words} ${index}`)
    await writeFile(join(directory, 'long.csv'), rows.join('\n'))
  })

  async function startAndReachMiddle() {
    const child = startPulso(CALL, here())
    const ended = endOf(child)
    while ((await countOf('tweet')) === 0) await pause(20)
    return { child, ended }
  }

  test('by Ctrl-C reports its stored rows, and a second one resumes', async () => {
    const { child, ended } = await startAndReachMiddle()
    child.kill('SIGINT')
    const { code, stdout, stderr } = await ended
    const stored = await countOf('tweet')
    expect(code).toBe(130)
    expect(stored).toBeLessThan(ROWS)
    const shown = stored.toLocaleString('en')
    expect(lastLine(stdout)).toBe(`${shown} read = ${shown} stored + 0 duplicates + 0 rejected`)
    expect(stderr).toContain('Interrupted. Counted rows are stored')
    const left = (ROWS - stored).toLocaleString('en')
    expect(lastLine((await pulso(CALL, here())).stdout)).toBe(
      `6,000 read = ${left} stored + ${shown} duplicates + 0 rejected`,
    )
    expect(await countOf('classification')).toBe(ROWS)
  })

  test('by kill -9 loses no stored row, and a second one resumes', async () => {
    const { child, ended } = await startAndReachMiddle()
    child.kill('SIGKILL')
    await ended
    const stored = await countOf('tweet')
    expect(stored).toBeLessThan(ROWS)
    const { code, stdout } = await pulso([...CALL, '--format', 'json'], here())
    expect(code).toBe(0)
    const counts = JSON.parse(stdout) as { storedCount: number; duplicateCount: number }
    // A batch in progress when the process died may still have been stored.
    expect(counts.duplicateCount).toBeGreaterThanOrEqual(stored)
    expect(counts.storedCount + counts.duplicateCount).toBe(ROWS)
    expect(await countOf('classification')).toBe(ROWS)
  })

  test('by cancellation in another process reports its stored rows, with exit code 1', async () => {
    const { ended } = await startAndReachMiddle()
    await database.storage.pool.query("UPDATE import_job SET status = 'CANCELING'")
    const { code, stdout, stderr } = await ended
    expect(code).toBe(1)
    expect(lastLine(stderr)).toBe('Canceled. Counted rows are stored; run the same command again to resume.')
    const stored = (await countOf('tweet')).toLocaleString('en')
    expect(lastLine(stdout)).toBe(`${stored} read = ${stored} stored + 0 duplicates + 0 rejected`)
    expect(await database.storage.prisma.importJob.findFirst()).toMatchObject({ status: 'CANCELED' })
  })

  test('by the loss of its database reports it in one line, with exit code 1', async () => {
    const { ended } = await startAndReachMiddle()
    await database.drop()
    const { code, stdout, stderr } = await ended
    database = await createTestDatabase()
    expect(code).toBe(1)
    expect(lastLine(stdout)).toMatch(/^[\d,]+ read = [\d,]+ stored \+ 0 duplicates \+ 0 rejected$/)
    expect(lastLine(stderr)).toMatch(/^Stopped: .*run the same command again to resume\.$/)
    expect(stderr).not.toMatch(/ {4}at /)
  })
})

/** As the API writes it. */
const globalId = (id: string) => Buffer.from(`ImportJob:${id}`).toString('base64')

describe('pulso imports', () => {
  test('lists and undoes imports', async () => {
    await writeFile(join(directory, 'a.csv'), 'id,entity,text\n1,Xbox,good\n2,Sony,bad\n3,Sony,\n')
    await writeFile(join(directory, 'b.csv'), 'id,text\n9,my Xbox and my Sony\n')
    await pulso(['import', 'a.csv'], here())
    const { stdout } = await pulso(['import', 'b.csv', '--match-entities', '--format', 'json'], here())
    const second = (JSON.parse(stdout) as { importId: string }).importId
    expect(await countOf('classification')).toBe(4)

    const listed = await pulso(['imports', 'list', '--format', 'json'], here())
    const imports = JSON.parse(listed.stdout) as { id: string }[]
    expect(imports).toMatchObject([
      {
        id: second,
        fileName: 'b.csv',
        status: 'COMPLETED',
        processedCount: 1,
        storedCount: 1,
        duplicateCount: 0,
        rejectedCount: 0,
      },
      {
        fileName: 'a.csv',
        status: 'COMPLETED',
        processedCount: 3,
        storedCount: 2,
        duplicateCount: 0,
        rejectedCount: 1,
      },
    ])
    const asCsv = (await pulso(['imports', 'list', '--format', 'csv'], here())).stdout
    expect(asCsv.split('\n')[0]).toBe(`\ufeff${Object.keys(imports[0] ?? {}).join(',')}`)
    expect(asCsv).toContain(`\n${second},b.csv,COMPLETED,1,1,0,0,1,0,0,,20`)
    const first = imports[1]?.id ?? ''
    const counted = await pulso(['imports', 'undo', first, '--format', 'ndjson'], here())
    expect(JSON.parse(counted.stdout)).toMatchObject({ id: first, isDryRun: true, tweetCount: 2, mentionCount: 2 })
    const stored = await countOf('classification')
    expect(await pulso(['imports', 'undo', first], here())).toEqual({
      code: 0,
      stdout: `Would undo the import of a.csv: remove 2 tweets and 2 mentions, about 2 entities.
Dry run: nothing was changed. This cannot be reversed. Add --yes to undo the import.
`,
      stderr: '',
    })
    expect(await countOf('classification')).toBe(stored)
    expect(await pulso(['imports', 'undo', first, '--yes'], here())).toEqual({
      code: 0,
      stdout: 'Undid the import of a.csv: 2 mentions removed.\n',
      stderr: '',
    })
    const { rows } = await database.storage.pool.query('SELECT DISTINCT external_id FROM tweet')
    expect(rows).toEqual([{ external_id: '9' }])
    expect((await pulso(['imports', 'undo', globalId(second), '--yes'], here())).stdout).toContain('2 mentions removed')
    expect([await countOf('tweet'), await countOf('classification'), await countOf('entity')]).toEqual([0, 0, 1])
    expect((await pulso(['imports', 'list'], here())).stdout).toMatch(
      /^[0-9a-f-]{36} {2}.* {2}undone {2}b\.csv\n {2}1 read = 1 stored \+ 0 duplicates \+ 0 rejected\n/,
    )
  })

  test.each([
    ['7', /^"7" is not an import id; `pulso imports list` lists them\.\n$/],
    ['ffffffff-ffff-7fff-bfff-ffffffffffff', /^No import has this id\.\n$/],
  ])('undoing %s is an invalid call', async (id, message) => {
    const { code, stdout, stderr } = await pulso(['imports', 'undo', id], here())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
