import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { groupBucket } from '../../../src/ml/evaluation/splits/grouped.ts'
import { readKnownCorpora } from '../../../src/ml/training/known-corpora.ts'

const directory = mkdtempSync(join(tmpdir(), 'pulso-known-'))
afterAll(() => rmSync(directory, { recursive: true }))

test('a directory without any of them is refused with the names of the files', async () => {
  await expect(readKnownCorpora(directory, () => {})).rejects.toThrow(
    /has none of the known corpora: twitter_training\.csv/,
  )
})

test('files that are there are read, one corpus for each source, the others are reported', async () => {
  const texts = Array.from({ length: 60 }, (_, index) => `tweet ${index} about @ Acme and # Globex`)
  const rows = texts.flatMap((text, index) => [
    `twitter2015,en,a${index},# Globex,Positive,${text}`,
    `twitter2015,en,b${index},Acme,${index % 2 === 0 ? 'Negative' : 'Positive'},${text}`,
  ])
  const others = ['apple_dfe,en,c,Apple,Negative,a file has other sources', 'twitter2017,en,d,Acme,Neutral,Acme opens']
  const targets = ['source,lang,id,entity,sentiment,text', ...rows, ...others].join('\n')
  writeFileSync(join(directory, 'more_targets_en.csv.gz'), gzipSync(targets))
  writeFileSync(
    join(directory, 'semeval_topics.csv'),
    'id,entity,score,text,part\n1,acme,-2,acme is down,2016train\n2,acme,1,acme is up,2016dev\n',
  )
  const said: string[] = []
  const corpora = await readKnownCorpora(directory, line => said.push(line))
  expect(corpora.map(({ name }) => name)).toEqual(['semeval-topics', 'twitter-2015', 'twitter-2017'])
  expect(said.filter(line => line.includes('skipped')).map(line => line.split(':')[0])).toContain('mams')

  const [topics, tweets] = corpora
  expect(topics?.rows.map(({ label, isDevelopment }) => [label, isDevelopment])).toEqual([
    ['NEGATIVE', false],
    ['POSITIVE', true],
  ])
  expect(tweets?.rows[0]).toMatchObject({ id: null, entity: '#Globex', text: 'tweet 0 about @Acme and #Globex' })
  // Two entities with different labels in one text are what the evaluation needs most.
  for (const [index, text] of texts.entries()) {
    const own = tweets?.rows.filter(row => row.text === text.replaceAll(/([@#]) /g, '$1')) ?? []
    const buckets = index % 2 === 0 ? [2, 3, 4] : [2]
    const isDevelopment = buckets.includes(groupBucket(own[0]?.text ?? ''))
    expect(own.map(row => row.isDevelopment)).toEqual([isDevelopment, isDevelopment])
  }
})
