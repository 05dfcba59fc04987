import { expect, test } from 'vitest'
import { findFaults } from '../../prose/find-faults.ts'

const faultsOf = async (markdown: string) => {
  const faults = await findFaults({ name: 'text', markdown, isQuoted: false })
  return faults.map(fault => fault.replace(/^text:(\d+:\d+): .*\[(.*)\]$/, '$1 $2'))
}

test('plain sentences pass', async () => {
  expect(
    await faultsOf('The server keeps uploads in the folder where its data is kept. It shows what changed.'),
  ).toEqual([])
})

test('a banned phrase is found in text, headings and tables, at its place', async () => {
  expect(
    await faultsOf('# By itself\n\nA row that nobody\nhas mended.\n\n| a | b |\n| - | - |\n| seldom | x |\n'),
  ).toEqual(['1:3 banned-phrases', '3:12 banned-phrases', '4:5 banned-phrases', '8:3 banned-phrases'])
})

test('code, addresses and the text of tweets in code are not prose', async () => {
  expect(
    await faultsOf('See [the page](https://nobody.example/told) and `feels "dear"`.\n\n```sh\nmend\n```\n'),
  ).toEqual([])
})

test('"where" is a place and never a condition', async () => {
  expect(await faultsOf('It is null where none was given.\n\nWhere it is empty, nothing happens.')).toEqual([
    '1:12 relative-clauses',
    '3:1 relative-clauses',
  ])
  expect(await faultsOf('# Where the time goes\n\nIt is the file where the row is. Where is it?')).toEqual([])
})

test('a clause is no noun', async () => {
  expect(await faultsOf('What is stored stays. Who waits reads again. It reads what is left.')).toEqual([
    '1:1 relative-clauses',
    '1:23 relative-clauses',
    '1:55 relative-clauses',
  ])
})

test('a sentence of more than 25 words is too long', async () => {
  const words = (count: number) => `${Array.from({ length: count }, () => 'Word').join(' ')}.`
  expect(await faultsOf(`${words(25)} \`one code span\` ${words(24)} 64 more words.`)).toEqual([])
  expect(await faultsOf(`Short.\n${words(26)}`)).toEqual(['2:1 sentence-length'])
})
