import { describe, expect, test } from 'vitest'
import { checkEncoding } from '../../src/tables/decode-text.ts'
import { fieldsOf, readTable } from './table.ts'

const CONTENT = 'id,text\n1,"naïve – “quoted” 👍"\n2,日本語\n'
const TEXTS = ['naïve – “quoted” 👍', '日本語']

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const textsOf = async (content: Buffer, encoding: string | null = null) =>
  (await readTable(content, { encoding })).rows.map(row => fieldsOf(row).text)

describe('a file is read the same', () => {
  test.each([
    ['UTF-8', Buffer.from(CONTENT)],
    ['UTF-8 with a mark', Buffer.from(`\u{feff}${CONTENT}`)],
    ['UTF-16LE with a mark', Buffer.from(`\u{feff}${CONTENT}`, 'utf16le')],
    ['UTF-16BE with a mark', utf16be(`\u{feff}${CONTENT}`)],
    ['UTF-16LE without a mark', Buffer.from(`${CONTENT}${'3,plain English text\n'.repeat(9)}`, 'utf16le')],
    ['UTF-16BE without a mark', utf16be(`${CONTENT}${'3,plain English text\n'.repeat(9)}`)],
  ])('in %s', async (_name, content) => expect((await textsOf(content)).slice(0, 2)).toEqual(TEXTS))
})

test.each(['fffe0000', '0000feff'])('UTF-32 with the mark %s is refused, and not taken for UTF-16', async mark => {
  const text = Buffer.from('i\0\0\0d\0\0\0,\0\0\0t\0\0\0', 'latin1')
  await expect(readTable(Buffer.concat([Buffer.from(mark, 'hex'), text]))).rejects.toThrow(
    'feed.csv is UTF-32, which cannot be read; save it as UTF-8.',
  )
})

test('a file that is not UTF-8 is read as Windows-1252, with a notice', async () => {
  const { rows, notices } = await readTable(Buffer.from('text\ncaf\xe9 \x93great\x94 \x80 5\n\xfcber\n', 'latin1'))
  expect(rows.map(row => fieldsOf(row).text)).toEqual(['café “great” € 5', 'über'])
  expect(notices).toEqual(['feed.csv is not UTF-8 and is read as windows-1252.'])
})

test('French quotes, whose bytes sometimes look like UTF-8, stay Windows-1252', async () => {
  const latin = 'text\nd\xe9j\xe0 vu, \xabcaf\xe9\xbb\n\xe9t\xe9 na\xefve\n'
  expect(await textsOf(Buffer.from(latin, 'latin1'))).toEqual(['déjà vu, «café»', 'été naïve'])
})

test('damage in UTF-8 costs one replacement character and no row, with a notice', async () => {
  const cut = Buffer.concat([
    Buffer.from('text\ngreat 👍 day\ncut '),
    Buffer.from('👍').subarray(0, 2),
    Buffer.from('\nfine\n'),
  ])
  const { rows, notices } = await readTable(cut)
  expect(rows.map(row => fieldsOf(row).text)).toEqual(['great 👍 day', 'cut \u{fffd}', 'fine'])
  expect(notices).toEqual(['feed.csv has 1 invalid UTF-8 sequence, read as \u{fffd}.'])
})

test('an emoji cut in half does not turn an otherwise English file into Windows-1252', async () => {
  const cut = Buffer.concat([Buffer.from('text\ncut '), Buffer.from('👍').subarray(0, 3), Buffer.from('\nfine\n')])
  expect(await textsOf(cut)).toEqual(['cut \u{fffd}', 'fine'])
})

test('one broken byte does not turn a UTF-8 file into Windows-1252', async () => {
  const rows = Buffer.concat([Buffer.from('text\nünï\n'), Buffer.from([0xff, 0xfe, 0xf1, 0x0a]), Buffer.from('fine\n')])
  expect(await textsOf(rows)).toEqual(['ünï', '\u{fffd}\u{fffd}\u{fffd}', 'fine'])
})

const GBK = Buffer.from('id,text\n1,\xce\xd2\xcf\xb2\xbb\xb6\xd5\xe2\xb8\xf6\xca\xd6\xbb\xfa\n', 'latin1')

test.each([
  ['GBK', GBK],
  ['Shift JIS', Buffer.from('text\n\x93\xfa\x96\x7b\x8c\xea\n', 'latin1')],
  ['windows-1251', Buffer.from('text\n\xef\xf0\xe8\xe2\xe5\xf2\n', 'latin1')],
  ['text with codes that Windows-1252 lacks', Buffer.from('text\ncaf\x8d au lait\n', 'latin1')],
])('%s is not guessed: the user must name it', async (_name, content) => {
  await expect(readTable(content)).rejects.toThrow(
    /^\S*feed\.csv is not UTF-8, and its bytes do not look like windows-1252; name its encoding with --encoding, such as gbk/,
  )
})

test('GBK is read if it is named', async () => expect(await textsOf(GBK, 'gbk')).toEqual(['我喜欢这个手机']))

test('a character split between two chunks stays whole', async () => {
  for (const shift of [0, 1, 2, 3]) {
    const text = `${'x'.repeat(65_536 - 7 + shift)}👍`
    expect(await textsOf(Buffer.from(`text\n${text}\n`))).toEqual([text])
  }
})

test('the encoding can be given', async () => {
  expect(await textsOf(Buffer.from('text\n\x93\xfa\x96\x7b\n', 'latin1'), 'shift_jis')).toEqual(['日本'])
  expect(checkEncoding('Latin1')).toBe('windows-1252')
  expect(() => checkEncoding('klingon')).toThrow(/--encoding klingon is unknown; try utf-8/)
})
