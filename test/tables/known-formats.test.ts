import { describe, expect, test } from 'vitest'
import type { TableOptions } from '../../src/tables/open-table.ts'
import { fieldsOf, readTable, shown } from './table.ts'

const TIME = 'Wed Oct 10 20:19:24 +0000 2018'
const AT = new Date('2018-10-10T20:19:24Z')
const LONG = 'long '.repeat(80).trim()

/** `id | author | time | label | text`, with a dash for nothing. */
async function rowsOf(content: string, options: Partial<TableOptions> = {}, name = 'tweets.json') {
  const { rows, rowNotices } = await readTable(content, options, name)
  const cells = rows.map(row => {
    if (!row.fields.ok) return shown(row)
    const { externalId, author, postedAt, label, text } = fieldsOf(row)
    return [externalId, author, postedAt?.toISOString(), label, text].map(value => value ?? '-').join(' | ')
  })
  return { cells, notices: rowNotices }
}

const tweet = (id: string, text: string, more: object = {}) => ({
  created_at: TIME,
  id: Number(id),
  id_str: id,
  full_text: text,
  user: { id_str: '5', name: 'Ana Lima', screen_name: 'ana', created_at: 'Mon Jan 01 00:00:00 +0000 2007' },
  ...more,
})

const V2_PAGE = {
  data: [
    { id: '1346889436626259968', text: 'Good &amp; bad', author_id: '7', created_at: '2021-01-06T18:40:40.000Z' },
    { id: '1346889436626259969', text: `${LONG.slice(0, 280)}…`, author_id: '8', note_tweet: { text: LONG } },
    {
      id: '1346889436626259970',
      text: `RT @ben: ${LONG.slice(0, 100)}…`,
      author_id: '7',
      referenced_tweets: [{ type: 'retweeted', id: '1346889436626259969' }],
    },
    { id: '1346889436626259971', text: 'reply', author_id: '9', referenced_tweets: [{ type: 'replied_to', id: '1' }] },
  ],
  includes: {
    users: [
      { id: '7', username: 'ana', name: 'Ana' },
      { id: '8', username: 'ben', name: 'Ben' },
    ],
    tweets: [{ id: '1346889436626259969', text: LONG.slice(0, 280), author_id: '8', note_tweet: { text: LONG } }],
  },
  meta: { result_count: 4 },
}
const V2_ROWS = [
  '1346889436626259968 | ana | 2021-01-06T18:40:40.000Z | - | Good & bad',
  `1346889436626259969 | ben | - | - | ${LONG}`,
  `1346889436626259970 | ana | - | - | RT @ben: ${LONG}`,
  '1346889436626259971 | - | - | - | reply',
]

describe('X', () => {
  test.each([
    ['tweets.js', 'window.YTD.tweets.part0 = '],
    ['tweet.js', 'window.YTD.tweet.part0 = '],
    ['tweets.json', ''],
  ])('an archive is read from %s', async (name, start) => {
    const list = [
      {
        tweet: {
          id: '1050118621198921728',
          id_str: '1050118621198921728',
          full_text: 'a &lt;3 &amp;amp; b',
          created_at: TIME,
          lang: 'en',
        },
      },
      { tweet: { id_str: '1050118621198921729', full_text: 'second', created_at: TIME } },
    ]
    const { cells, notices } = await rowsOf(`${start}${JSON.stringify(list, null, 2)}`, {}, name)
    expect(cells).toEqual([
      `1050118621198921728 | - | ${AT.toISOString()} | - | a <3 &amp; b`,
      `1050118621198921729 | - | ${AT.toISOString()} | - | second`,
    ])
    expect(notices).toEqual(['X archive: 2 tweets.'])
  })

  test('likes and long posts of an archive are read as well', async () => {
    const likes = 'window.YTD.like.part0 = [{"like":{"tweetId":"9","fullText":"nice","expandedUrl":"https://x"}}]'
    expect((await rowsOf(likes, {}, 'like.js')).cells).toEqual(['9 | - | - | - | nice'])
    const note = `window.YTD.note_tweet.part0 = [{"noteTweet":{"noteTweetId":"4","createdAt":"2023-08-08T10:00:00.000Z","core":{"text":"${LONG}"}}}]`
    expect((await rowsOf(note, {}, 'note-tweet.js')).cells).toEqual([`4 | - | 2023-08-08T10:00:00.000Z | - | ${LONG}`])
  })

  test.each([
    ['lines', (tweets: object[]) => tweets.map(item => JSON.stringify(item)).join('\n')],
    ['an array', (tweets: object[]) => JSON.stringify(tweets)],
    [
      'the result of a search',
      (tweets: object[]) => JSON.stringify({ statuses: tweets, search_metadata: {} }, null, 1),
    ],
  ])('tweets of the API v1.1 are read from %s, with their whole texts', async (_, written) => {
    const { cells, notices } = await rowsOf(
      written([
        tweet('1050118621198921728', 'plain &gt; text'),
        tweet('1050118621198921729', `RT @ben: ${LONG.slice(0, 100)}…`, {
          retweeted_status: tweet('1050118621198921700', LONG, { user: { screen_name: 'ben' } }),
        }),
        {
          ...tweet('1050118621198921730', ''),
          full_text: undefined,
          text: LONG.slice(0, 140),
          truncated: true,
          extended_tweet: { full_text: LONG },
        },
      ]),
    )
    expect(cells).toEqual([
      `1050118621198921728 | ana | ${AT.toISOString()} | - | plain > text`,
      `1050118621198921729 | ana | ${AT.toISOString()} | - | RT @ben: ${LONG}`,
      `1050118621198921730 | ana | ${AT.toISOString()} | - | ${LONG}`,
    ])
    expect(notices).toEqual(['X API v1.1: 3 tweets.'])
  })

  test('a notice between the tweets of a stream is rejected alone', async () => {
    const lines = [{ limit: { track: 5 } }, tweet('1', 'a'), { delete: { status: { id: 1 } } }, tweet('2', 'b')]
    const { cells } = await rowsOf(lines.map(line => JSON.stringify(line)).join('\r\n'))
    expect(cells.map(cell => cell.slice(0, 7))).toEqual(['1! The ', '1 | ana', '3! The ', '2 | ana'])
  })

  test.each([
    ['one line', JSON.stringify(V2_PAGE)],
    ['many lines', JSON.stringify(V2_PAGE, null, 2)],
    ['an array of pages', JSON.stringify([V2_PAGE], null, '\t')],
  ])('a page of the API v2 is read from %s', async (_, content) => {
    const { cells, notices } = await rowsOf(content)
    expect(cells).toEqual(V2_ROWS)
    expect(notices).toEqual(['X API v2: 4 tweets.'])
  })

  test('pages, one a line, are those of twarc; an empty page has no tweets', async () => {
    const lines = [V2_PAGE, { meta: { result_count: 0 }, data: [] }, V2_PAGE]
      .map(page => JSON.stringify(page))
      .join('\n')
    expect((await rowsOf(lines, {}, 'results.jsonl')).cells).toEqual([...V2_ROWS, ...V2_ROWS])
  })

  test('messages of a filtered stream and flattened tweets of twarc are read', async () => {
    const message = { data: V2_PAGE.data[0], includes: V2_PAGE.includes, matching_rules: [{ id: '1', tag: 'x' }] }
    expect((await rowsOf(JSON.stringify(message))).cells).toEqual(V2_ROWS.slice(0, 1))
    const flat = { ...V2_PAGE.data[0], author: V2_PAGE.includes.users[0], __twarc: { version: '2' } }
    expect((await rowsOf(JSON.stringify(flat))).cells).toEqual(V2_ROWS.slice(0, 1))
  })
})

describe('other collectors', () => {
  test('snscrape and twscrape', async () => {
    const user = { username: 'ana', id: 5, displayname: 'Ana' }
    const lines = [
      {
        _type: 'snscrape.modules.twitter.Tweet',
        url: 'https://x',
        date: '2022-03-01T10:00:00+00:00',
        rawContent: 'raw',
        renderedContent: 'rendered',
        id: 1498600000000000000,
        user,
      },
      { url: 'https://x', date: '2022-03-01T10:00:00+00:00', content: 'old', id: 7, user },
      {
        date: '2022-03-01T10:00:00+00:00',
        rawContent: 'RT @ben: cut…',
        id_str: '8',
        user,
        retweetedTweet: { rawContent: LONG, user: { username: 'ben' } },
      },
    ].map(line => JSON.stringify(line).replace('1498600000000000000', '1498600000000000001'))
    const { cells, notices } = await rowsOf(lines.join('\n'), {}, 'a.jsonl')
    expect(cells).toEqual([
      '1498600000000000001 | ana | 2022-03-01T10:00:00.000Z | - | raw',
      '7 | ana | 2022-03-01T10:00:00.000Z | - | old',
      `8 | ana | 2022-03-01T10:00:00.000Z | - | RT @ben: ${LONG}`,
    ])
    expect(notices).toEqual(['snscrape: 3 tweets.'])
  })

  test('mongoexport: typed values, and an own id before that of the database', async () => {
    const line =
      '{"_id":{"$oid":"5f0c"},"id":{"$numberLong":"1264156154112000001"},"text":"a","created_at":{"$date":"2020-03-01T10:00:00Z"},"user":{"screen_name":"ana"}}'
    expect((await rowsOf(line)).cells).toEqual(['1264156154112000001 | ana | 2020-03-01T10:00:00.000Z | - | a'])
    expect((await rowsOf('[{"_id":{"$oid":"5f0c"},"text":"a"}]')).cells).toEqual(['5f0c | - | - | - | a'])
    expect((await rowsOf('_id,id,text\nObjectId(5f),7,a\n', {}, 'a.csv')).cells).toEqual(['7 | - | - | - | a'])
  })

  test('documents of Elasticsearch', async () => {
    const line = {
      _index: 'tweets',
      _id: 'x1',
      _source: { full_text: 'a', user: { screen_name: 'ana' }, created_at: TIME },
    }
    expect((await rowsOf(JSON.stringify(line))).cells).toEqual([`x1 | ana | ${AT.toISOString()} | - | a`])
  })

  test('nested objects without a known format are columns by their paths', async () => {
    const { cells } = await rowsOf(
      '{"tweetId":"9","fullText":"a","author":{"userName":"ana","name":"Ana"},"createdAt":"2026-01-02T03:04:05Z"}',
    )
    expect(cells).toEqual(['9 | ana | 2026-01-02T03:04:05.000Z | - | a'])
    const mapped = await rowsOf('{"post":{"body":"a","by":"ana"}}', { map: { text: 'post.body', author: 'post.by' } })
    expect(mapped.cells).toEqual(['- | ana | - | - | a'])
  })

  test('a column map names keys of a known format as well', async () => {
    const { cells } = await rowsOf(JSON.stringify([tweet('1', 'a', { source: 'web' })]), {
      map: { author: 'user.name' },
    })
    expect(cells).toEqual([`1 | Ana Lima | ${AT.toISOString()} | - | a`])
  })
})

describe('annotation tools', () => {
  test('doccano: a list of labels', async () => {
    const lines = [
      { id: 1, text: 'a', label: ['Positive'], Comments: [] },
      { id: 2, data: 'b', labels: ['negative'] },
      { id: 3, text: 'c', label: [] },
      { id: 4, text: 'd', label: ['positive', 'negative'] },
      { id: 5, text: 'e', label: [[0, 1, 'ORG']] },
    ]
    const { cells, notices } = await rowsOf(lines.map(line => JSON.stringify(line)).join('\n'))
    expect(cells).toEqual([
      '1 | - | - | POSITIVE | a',
      '2 | - | - | NEGATIVE | b',
      '3 | - | - | - | c',
      '4 | - | - | - | d',
      '5 | - | - | - | e',
    ])
    expect(notices[0]).toBe('doccano: 5 tweets.')
    expect(notices[1]).toContain('"positive + negative" 1')
  })

  test('Argilla 2: responses are labels, suggestions are not', async () => {
    const records = [
      {
        id: 'r1',
        fields: { text: 'a' },
        metadata: { tweet_id: '77' },
        responses: { sentiment: [{ value: 'positive', status: 'submitted' }] },
        suggestions: { sentiment: { value: 'negative', score: 0.9 } },
      },
      { id: 'r2', fields: { text: 'b' }, responses: {}, suggestions: { sentiment: { value: 'negative' } } },
      {
        id: 'r3',
        fields: { tweet: 'c' },
        responses: {
          sentiment: [
            { value: 'neutral', status: 'draft' },
            { value: 'negative', status: 'submitted' },
          ],
        },
        suggestions: {},
      },
    ]
    expect((await rowsOf(JSON.stringify(records))).cells).toEqual([
      '77 | - | - | POSITIVE | a',
      'r2 | - | - | - | b',
      'r3 | - | - | NEGATIVE | c',
    ])
  })

  test('Argilla 1', async () => {
    const feedback = {
      fields: { text: 'a' },
      external_id: '5',
      responses: [{ values: { label: { value: 'negative' } }, status: 'submitted' }],
      suggestions: [],
    }
    const classic = {
      id: 'u',
      text: null,
      inputs: { text: 'b' },
      prediction: [['positive', 0.9]],
      annotation: 'Negative',
      status: 'Validated',
      event_timestamp: '2023-01-01T00:00:00',
    }
    expect((await rowsOf(JSON.stringify(feedback))).cells).toEqual(['5 | - | - | NEGATIVE | a'])
    expect((await rowsOf(JSON.stringify(classic))).cells).toEqual(['u | - | - | NEGATIVE | b'])
  })

  test('Label Studio: the time of the annotation is not that of the tweet', async () => {
    const task = {
      id: 12,
      created_at: '2024-05-05T00:00:00Z',
      data: { text: 'a', posted_at: '2020-01-01T00:00:00Z', author: 'ana' },
      annotations: [
        {
          result: [{ type: 'choices', from_name: 'sentiment', value: { choices: ['Positive'] } }],
          was_cancelled: false,
          created_at: '2024-05-06T00:00:00Z',
        },
        { result: [], was_cancelled: true },
      ],
    }
    expect((await rowsOf(JSON.stringify([task, { ...task, id: 13, annotations: [] }], null, 2))).cells).toEqual([
      '12 | ana | 2020-01-01T00:00:00.000Z | POSITIVE | a',
      '13 | ana | 2020-01-01T00:00:00.000Z | - | a',
    ])
    const min = {
      id: 14,
      text: 'b',
      sentiment: 'Negative',
      annotator: 1,
      annotation_id: 3,
      created_at: '2024-05-06T00:00:00Z',
      updated_at: '2024-05-06T00:00:00Z',
      lead_time: 2.5,
    }
    expect((await rowsOf(JSON.stringify([min]))).cells).toEqual(['14 | - | - | NEGATIVE | b'])
    const csv =
      'annotation_id,annotator,created_at,id,lead_time,sentiment,text,updated_at\n3,1,2024-05-06T00:00:00Z,14,2.5,Negative,b,2024-05-06T00:00:00Z\n'
    expect((await rowsOf(csv, {}, 'project.csv')).cells).toEqual(['14 | - | - | NEGATIVE | b'])
  })

  test('Prodigy: only an accepted label is one, and _timestamp is not the time of the tweet', async () => {
    const base = { _input_hash: -123, _task_hash: 4, _timestamp: 1700000000, _view_id: 'choice' }
    const lines = [
      { text: 'a', accept: ['POSITIVE'], answer: 'accept', ...base },
      { text: 'b', label: 'NEGATIVE', answer: 'reject', ...base },
      { text: 'c', label: 'NEGATIVE', answer: 'accept', meta: { tweet_id: '8', created_at: TIME }, ...base },
      { text: 'd', accept: ['POSITIVE'], answer: 'ignore', ...base },
    ]
    expect((await rowsOf(lines.map(line => JSON.stringify(line)).join('\n'))).cells).toEqual([
      '-123 | - | - | POSITIVE | a',
      '-123 | - | - | - | b',
      `8 | - | ${AT.toISOString()} | NEGATIVE | c`,
      '-123 | - | - | - | d',
    ])
  })

  test('Hugging Face: a number is a label only if its meaning is given', async () => {
    const plain = await rowsOf('{"text":"a","label":2}\n{"text":"b","label":0}\n')
    expect(plain.cells).toEqual(['- | - | - | - | a', '- | - | - | - | b'])
    expect(plain.notices[0]).toContain('unknown label')
    const map = new Map([
      ['2', 'POSITIVE' as const],
      ['0', 'NEGATIVE' as const],
    ])
    expect((await rowsOf('{"text":"a","label":2}\n{"text":"b","label":0}\n', { labels: map })).cells).toEqual([
      '- | - | - | POSITIVE | a',
      '- | - | - | NEGATIVE | b',
    ])
    const page = {
      features: [
        { name: 'text', type: { dtype: 'string', _type: 'Value' } },
        { name: 'label', type: { names: ['negative', 'neutral', 'positive'], _type: 'ClassLabel' } },
      ],
      rows: [
        { row_idx: 0, row: { text: 'a', label: 2 } },
        { row_idx: 1, row: { text: 'b', label: 0 } },
        { row_idx: 2, row: { text: 'c', label: -1 } },
      ],
    }
    expect((await rowsOf(JSON.stringify(page))).cells).toEqual([
      '- | - | - | POSITIVE | a',
      '- | - | - | NEGATIVE | b',
      '- | - | - | - | c',
    ])
  })
})

test('NaN and Infinity cost the cell, not the row', async () => {
  const { cells } = await rowsOf(
    '{"id":NaN,"text":"a","score":-Infinity,"author":"ana"}\n{"id":1,"text":"NaN","author":NaN}\n',
  )
  expect(cells).toEqual(['- | ana | - | - | a', '1 | - | - | - | NaN'])
})

test('a rounded number is no id', async () => {
  const { cells, notices } = await rowsOf(
    '{"id":1.264156154112e+18,"text":"a"}\n{"id":1264156154112000001,"text":"b"}\n',
  )
  expect(cells).toEqual(['- | - | - | - | a', '1264156154112000001 | - | - | - | b'])
  expect(notices[0]).toContain('rounded')
})

describe('reports of listening tools', () => {
  const BRANDWATCH = `Report:,Bulk Mentions Download
Brand:,Xbox
From:,"Sun Mar 01 00:00:00 UTC 2026"
To:,"Mon Mar 02 00:00:00 UTC 2026"
Label:,Xbox

Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Author,Full Text,Twitter Author ID,Mention Id
1,Xbox,2026-03-01 09:30:00.0,t,"snip, short",https://x.com,x.com,positive,twitter,ana,"Full, text",55,900
`
  test('the lines before the header are found and said', async () => {
    const { rows, notices, names } = await readTable(BRANDWATCH, {}, 'mentions.csv')
    expect(names).toHaveLength(13)
    expect(rows.map(row => [row.line, fieldsOf(row)])).toEqual([
      [
        8,
        {
          externalId: '900',
          entity: 'Xbox',
          text: 'Full, text',
          label: 'POSITIVE',
          postedAt: new Date('2026-03-01T09:30:00Z'),
          author: 'ana',
        },
      ],
    ])
    expect(notices).toEqual(['The first 6 lines of mentions.csv are before its header and are skipped.'])
  })

  test.each([
    [
      'Meltwater',
      'Date\tInput Name\tHit Sentence\tSentiment\tAuthor Handle\tDocument ID\n2026-03-01\tXbox\tgood one\tPositive\tana\t12\n',
      'utf16le',
    ],
    ['Hootsuite', 'Post Date,Author,Message,Sentiment,Keyword\n2026-03-01,ana,good one,Positive,Xbox\n', 'utf8'],
    [
      'Talkwalker',
      '"published";"content";"sentiment";"author_name";"id"\n"2026-03-01";"good one";"positive";"ana";"12"\n',
      'utf8',
    ],
    [
      'a digest',
      'Published Date,Mention Content,Sentiment,Author,Query Name\n2026-03-01,good one,positive,ana,Xbox\n',
      'utf8',
    ],
    ['a tweet list', 'Tweet Id,Snippet,Date,Author\n12,good one,2026-03-01,ana\n', 'utf8'],
  ] as const)('%s', async (_, content, encoding) => {
    const bytes = Buffer.from(encoding === 'utf16le' ? `\u{feff}${content}` : content, encoding)
    const { rows, notices } = await readTable(bytes, {}, 'report.csv')
    expect(rows.map(row => fieldsOf(row))).toMatchObject([
      { text: 'good one', author: 'ana', postedAt: new Date('2026-03-01T00:00:00Z') },
    ])
    expect(notices.filter(notice => !notice.includes('utf-16'))).toEqual([])
  })

  test('a row that contains the word text does not hide the rows before it', async () => {
    const { cells } = await rowsOf('id,text\n1,a\n2,b\nid,text\n3,c\n', {}, 'a.csv')
    expect(cells.map(cell => cell.at(-1))).toEqual(['a', 'b', 'c'])
  })
})

test('Sentiment140 is recognised by its six columns', async () => {
  const content =
    '"0","1467810369","Mon Apr 06 22:19:45 PDT 2009","NO_QUERY","ana","sad, so sad"\n"4","1467810370","Mon Apr 06 22:19:49 PDT 2009","NO_QUERY","ben","great"\n"2","1467810371","Mon Apr 06 22:19:49 PDT 2009","kindle2","ben","ok"\n'
  const { rows, notices } = await readTable(content, {}, 'training.1600000.processed.noemoticon.csv')
  expect(rows.map(row => fieldsOf(row))).toMatchObject([
    {
      externalId: '1467810369',
      text: 'sad, so sad',
      label: 'NEGATIVE',
      postedAt: new Date('2009-04-07T05:19:45Z'),
      author: 'ana',
    },
    { text: 'great', label: 'POSITIVE' },
    { text: 'ok', label: 'NEUTRAL' },
  ])
  expect(notices).toEqual([
    'The columns are those of Sentiment140: 0 is read as Negative, 2 as Neutral and 4 as Positive. The query is the entity.',
  ])
  expect(rows.map(row => fieldsOf(row)?.entity)).toEqual([null, null, 'kindle2'])
})

test.each(['target,ids,date,flag,user,text', 'polarity,id,date,query,user,text'])(
  'copies of Sentiment140 below the header %s',
  async header => {
    const content = `${header}\n4,1,Mon May 11 03:17:40 UTC 2009,kindle2,ana,love it\n0,2,Mon May 11 03:17:41 UTC 2009,NO_QUERY,ben,sad\n`
    const { rows, notices, ignoredColumns } = await readTable(content, {}, 'training.csv')
    expect(rows.map(row => fieldsOf(row))).toMatchObject([
      { entity: 'kindle2', label: 'POSITIVE', author: 'ana', postedAt: new Date('2009-05-11T03:17:40Z') },
      { entity: null, label: 'NEGATIVE', externalId: '2' },
    ])
    expect(notices).toEqual([expect.stringContaining('The query is the entity.')])
    expect(ignoredColumns).toEqual([])
  },
)

test('a query of any file is the entity, and NO_QUERY is none', async () => {
  const { rows } = await readTable('id,query,text\n1,Xbox,a\n2,NO_QUERY,b\n', { entity: 'Sony' }, 'a.csv')
  expect(rows.map(row => fieldsOf(row)?.entity)).toEqual(['Xbox', 'Sony'])
})

describe('the day and the time of day in separate columns', () => {
  const at = async (content: string, options = {}) => {
    const { rows } = await readTable(content, options, 'report.csv')
    return rows.map(({ fields }) => (fields.ok ? fields.value.postedAt?.toISOString() : fields.problem))
  }

  test.each([
    ['Meltwater', 'Date,Time,Hit Sentence\n01-Mar-2026,9:30 PM,a\n', '2026-03-01T21:30:00.000Z'],
    [
      'a column for the zone',
      'date,time,time zone,text\n2026-03-01,09:30,Europe/Madrid,a\n',
      '2026-03-01T08:30:00.000Z',
    ],
    [
      'an offset as zone',
      'Created Date,Created Time,UTC Offset,Message\n2026-03-01,09:30:15,-05:30,a\n',
      '2026-03-01T15:00:15.000Z',
    ],
    ['an abbreviation', 'Post Date,Post Time,TZ,Message\n2026-03-01,09:30,CET,a\n', '2026-03-01T08:30:00.000Z'],
    [
      'a midnight that a spreadsheet adds',
      'date,time,text\n2026-03-01 00:00:00,09:30:00,a\n',
      '2026-03-01T09:30:00.000Z',
    ],
    ['a day that pandas adds', 'date,time,text\n2026-03-01,1900-01-01 09:30:00,a\n', '2026-03-01T09:30:00.000Z'],
    ['a day with a time of its own', 'date,time,text\n2026-03-01T07:00:00Z,22:15,a\n', '2026-03-01T07:00:00.000Z'],
    ['a whole time in both', 'date,time,text\n2026-03-01,2026-03-01T07:00:00+01:00,a\n', '2026-03-01T06:00:00.000Z'],
    ['a day of a workbook from 1904', 'date,time,text\n2026-03-01,1904-01-01 09:30:00,a\n', '2026-03-01T09:30:00.000Z'],
    ['the midnight of a workbook from 1904', 'date,time,text\n2026-03-01,1904-01-02,a\n', '2026-03-01T00:00:00.000Z'],
    ['the midnight of a spreadsheet', 'date,time,text\n2026-03-01,1899-12-30,a\n', '2026-03-01T00:00:00.000Z'],
    [
      'a table by columns',
      '{"date":{"0":"2026-03-01"},"time":{"0":"09:30"},"tz":{"0":"CET"},"text":{"0":"a"}}',
      '2026-03-01T08:30:00.000Z',
    ],
    ['no time of day', 'date,time,text\n2026-03-01,,a\n', '2026-03-01T00:00:00.000Z'],
    [
      'a column with both first',
      'created_at,date,time,text\n2026-03-02 10:00,2026-03-01,09:30,a\n',
      '2026-03-02T10:00:00.000Z',
    ],
    ['NDJSON', '{"date":"2026-03-01","time":"9:30 am","tz":"PDT","text":"a"}\n', '2026-03-01T16:30:00.000Z'],
  ])('%s', async (_, content, expected) => {
    expect(await at(content)).toEqual([expected])
  })

  test('follow the time format, the time zone and the column map', async () => {
    const content = 'Datum,Uhrzeit,text\n03.04.2026,09:30,a\n'
    const map = { postedAt: 'Datum', postedTime: 'Uhrzeit' }
    const zoned = { map, timezone: 'Europe/Berlin' }
    expect(await at(content, { ...zoned, timeFormat: 'day-first' })).toEqual(['2026-04-03T07:30:00.000Z'])
    expect(await at(content, { ...zoned, timeFormat: '%d.%m.%Y' })).toEqual(['2026-04-03T07:30:00.000Z'])
    expect(await at(content, { ...zoned, timeFormat: '%d.%m.%Y %H:%M' })).toEqual(['2026-04-03T07:30:00.000Z'])
    const ignoring = { map: { postedTime: '-' } }
    expect(await at('date,time,text\n2026-03-01,soon,a\n', ignoring)).toEqual(['2026-03-01T00:00:00.000Z'])
  })

  test.each([
    [
      'without a column for the zone',
      { timeZone: '-' },
      { date: '2026-03-01', time: '09:30', timezone: 'local' },
      'UTC',
    ],
    ['with another day', { postedAt: 'Datum' }, { Datum: '2026-03-01', time: '09:30', tz: 'CET' }, 'CET'],
    ['with another time', { postedTime: 'Uhr' }, { date: '2026-03-01', Uhr: '09:30', time: '07:00' }, 'UTC'],
    ['with another zone', { timeZone: 'Zone' }, { date: '2026-03-01', time: '09:30', Zone: 'CET', tz: 'PDT' }, 'CET'],
  ])('of objects follow the column map as those of a table do, %s', async (_, map, values, zone) => {
    const object = { ...values, text: 'a' }
    const expected = [zone === 'CET' ? '2026-03-01T08:30:00.000Z' : '2026-03-01T09:30:00.000Z']
    expect(await at(`${Object.keys(object).join(',')}\n${Object.values(object).join(',')}\n`, { map })).toEqual(
      expected,
    )
    expect(await at(`${JSON.stringify(object)}\n`, { map })).toEqual(expected)
  })

  test('of nested objects follow the column map, and a zone that is not read is named', async () => {
    const content = '{"on":{"day":"2026-03-01"},"time":"09:30","timezone":"local","text":"a"}\n'
    const { rows, ignoredColumns } = await readTable(
      content,
      { map: { postedAt: 'on.day', timeZone: '-' } },
      'a.ndjson',
    )
    expect(fieldsOf(rows[0]).postedAt).toEqual(new Date('2026-03-01T09:30:00Z'))
    expect(ignoredColumns).toEqual(['timezone'])
  })

  test('with the same name are refused, unless the user names one', async () => {
    const content = (names: string) => `${names},text\n2026-03-01,2026-03-02,09:30,a\n`
    await expect(at(content('date,Date,time'))).rejects.toThrow(/column date more than once \(columns 1 and 2\)/)
    await expect(at(content('date,time,time'))).rejects.toThrow(/column time more than once \(columns 2 and 3\)/)
    expect(await at(content('date,Date,time'), { map: { postedAt: 'Date' } })).toEqual(['2026-03-02T09:30:00.000Z'])
  })

  test('a zone that cannot be read costs nothing without a time', async () => {
    expect(await at('date,time,timezone,text\n,,local,a\n')).toEqual([undefined])
    expect(await at('{"timezone":"local","text":"a"}\n')).toEqual([undefined])
  })

  test('that cannot be read reject the row', async () => {
    expect(await at('date,time,text\n2026-03-01,soon,a\n')).toMatchObject([
      { field: ['postedAt'], message: expect.stringMatching(/^"2026-03-01 soon" is not a time; /) },
    ])
    expect(await at('date,time,tz,text\n2026-03-01,9:30,IST,a\n')).toMatchObject([
      { field: ['timeZone'], message: expect.stringMatching(/^"IST" may mean .*; write an offset/) },
    ])
  })
})

describe('tables as pandas, Hugging Face and scrapers write them', () => {
  test.each([
    ['by columns', '{"id":{"0":"1","1":"2"},"text":{"0":"a","1":"b"},"label":{"0":"pos","1":"neg"}}'],
    ['split', '{"columns":["id","text","label"],"index":[0,1],"data":[["1","a","pos"],["2","b","neg"]]}'],
    ['lists', '{"id":["1","2"],"text":["a","b"],"label":["pos","neg"]}'],
    [
      'a table schema',
      '{"schema":{"fields":[{"name":"id"}]},"data":[{"id":"1","text":"a","label":"pos"},{"id":"2","text":"b","label":"neg"}]}',
    ],
    ['by numbers', '{"0":{"id":"1","text":"a","label":"pos"},"1":{"id":"2","text":"b","label":"neg"}}'],
    ['wrapped', '{"count":2,"tweets":[{"id":"1","text":"a","label":"pos"},{"id":"2","text":"b","label":"neg"}]}'],
    [
      'wrapped, a page a line',
      '{"data":[{"id":"1","text":"a","label":"pos"}]}\n{"data":[{"id":"2","text":"b","label":"neg"}]}\n',
    ],
  ])('%s', async (_, content) => {
    expect((await rowsOf(content)).cells).toEqual(['1 | - | - | POSITIVE | a', '2 | - | - | NEGATIVE | b'])
  })

  test('objects by their ids keep them', async () => {
    const { cells } = await rowsOf('{"1763300000000000001":{"text":"a"},"1763300000000000002":{"id":"7","text":"b"}}')
    expect(cells).toEqual(['1763300000000000001 | - | - | - | a', '7 | - | - | - | b'])
  })

  test('a nesting of any depth is one row, and a list is unwrapped once', async () => {
    const nested = (open: string, inner: string, close: string) => open.repeat(100_000) + inner + close.repeat(100_000)
    const wrapped = await rowsOf(nested('{"data":[{"text":"a"},', '{"text":"b"}', ']}'))
    expect(wrapped.cells).toEqual(['- | - | - | - | a', expect.stringContaining('The object has no text')])
    const typed = await rowsOf(`{"text":"a","by":${nested('{"$date":', '1', '}')}}`)
    expect(typed.cells).toEqual(['- | - | - | - | a'])
    const listed = await rowsOf(`{"text":"a","id":${nested('[', '1', ']')}}`)
    expect(listed.cells).toEqual(['1! externalId must be a string.'])
    const retweets = nested('{"id_str":"1","full_text":"a","user":{"screen_name":"ana"},"retweeted_status":', '{}', '}')
    expect((await rowsOf(retweets)).cells).toEqual(['1 | ana | - | - | RT @ana: a'])
    const pooled = nested(
      '{"date":"2026-03-01","rawContent":"a","user":{"username":"ana"},"retweetedTweet":',
      '{}',
      '}',
    )
    expect((await rowsOf(pooled)).cells).toEqual(['- | ana | 2026-03-01T00:00:00.000Z | - | RT @ana: a'])
  })

  test('an object with a text of its own, or with two lists, is one row', async () => {
    const own = await rowsOf('{"id":"1","text":"a","replies":[{"text":"b"}]}\n{"__proto__":["x"],"text":["y"]}\n')
    expect(own.cells[0]).toBe('1 | - | - | - | a')
    const { rows } = await readTable('{"a":[{"text":"a"}],"b":[{"text":"b"}]}\n', {}, 'a.json')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.fields.ok).toBe(false)
  })

  test.each([
    ['="1763300000000000001"', '1763300000000000001'],
    ['"1763300000000000001"', '1763300000000000001'],
    ["'1763300000000000001", '1763300000000000001'],
    ['https://twitter.com/ann/status/1763300000000000001?s=20', '1763300000000000001'],
    ['https://x.com/i/status/1763300000000000001', '1763300000000000001'],
    ['https://example.com/ann/status/1', 'https://example.com/ann/status/1'],
    ["'quoted'", "'quoted'"],
    ["'1763300000000000001'", '1763300000000000001'],
    ["'1's", "'1's"],
  ])('the id %s is %s', async (written, id) => {
    const { rows } = await readTable(JSON.stringify({ id: written, text: 'a' }), {}, 'a.ndjson')
    expect(fieldsOf(rows[0]).externalId).toBe(id)
  })

  test.each([
    ['twint', 'id,date,time,timezone,username,tweet\n1,2020-03-12,23:59:59,+0100,ann,good one\n'],
    ['Corona tweets', 'UserName,TweetAt,OriginalTweet,Sentiment\nann,12-Mar-2020 22:59:59,good one,Positive\n'],
    ['NodeXL', 'Vertex 1,Tweet,Tweet Date (UTC),Imported ID,Author\na,good one,2020-03-12 22:59:59,1,ann\n'],
    ['a scraper', 'url,text,fullText,createdAt,author\nx,good…,good one,Thu Mar 12 22:59:59 +0000 2020,ann\n'],
    [
      'snscrape by pandas',
      ",date,content,user\n0,2020-03-12 22:59:59+00:00,good one,\"{'_type': 'User', 'username': 'ann', 'id': 5}\"\n",
    ],
  ])('%s', async (_, content) => {
    const { rows, ignoredColumns } = await readTable(content, {}, 'a.csv')
    expect(fieldsOf(rows[0])).toMatchObject({
      text: 'good one',
      author: 'ann',
      postedAt: new Date('2020-03-12T22:59:59Z'),
    })
    expect(ignoredColumns).not.toContain('')
  })
})
