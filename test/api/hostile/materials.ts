/** What the server itself has returned: only with real ids and cursors does a request get behind the checks. */
export interface Materials {
  /** Global ids by type. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly cursors: readonly string[]
  readonly names: readonly string[]
  readonly versions: readonly string[]
  /** Grows with the files that the server accepts. */
  readonly uploadIds: string[]
}

const CLASSIFY = `mutation ($inputs: [ClassifyInput!]!) {
  classifyBatch(inputs: $inputs) { results { classification { id tweet { id } } userErrors { message } } }
}`

const COLLECT = `{
  entities(first: 50) { edges { cursor } nodes { id name
    classifications(first: 5) { edges { cursor } nodes { id tweet { id } } } } }
  models(first: 10) { edges { cursor } nodes { id version } }
  importJobs(first: 10) { edges { cursor } nodes { id } }
}`

const START = 'mutation ($input: StartImportInput!) { startImport(input: $input) { userErrors { message } } }'
const RECLASSIFY = `mutation ($input: StartReclassificationInput!) {
  startReclassification(input: $input) { reclassificationJob { id } userErrors { message } }
}`

const NAMES = ['Xbox', 'Sony PlayStation', 'C#', '東京', 'Ärger & Söhne', "O'Reilly", '@nasa', 'AT&T', 'a', '100%']
const WORDS = [
  'love',
  'hate',
  'great',
  'terrible',
  'refund',
  'launch',
  'update',
  'queue',
  'battery',
  'ok',
  '😀',
  '#wow',
]

interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string }[]
  readonly nodes: readonly Node[]
}
interface Row {
  readonly id: string
}
interface Collected {
  readonly entities: Connection<
    Row & { readonly name: string; readonly classifications: Connection<Row & { readonly tweet: Row }> }
  >
  readonly models: Connection<Row & { readonly version: string }>
  readonly importJobs: Connection<Row>
}

/** Stores some tweets, an import and a job, and collects their ids. */
export async function collectMaterials(url: string): Promise<Materials> {
  const inputs = Array.from({ length: 300 }, (_, index) => ({
    text: [1, 3, 7, 11].map(step => WORDS[(index * step + step) % WORDS.length]).join(' '),
    entity: index % 7 === 0 ? null : NAMES[index % NAMES.length],
    author: `author${index % 9}`,
    ...(index % 3 === 0 ? {} : { externalId: `tweet-${index}` }),
    ...(index % 4 === 0 ? {} : { postedAt: new Date(Date.UTC(2026, 1, 1 + (index % 40), index % 24)).toISOString() }),
  }))
  for (let start = 0; start < inputs.length; start += 100) {
    await ask(url, CLASSIFY, { inputs: inputs.slice(start, start + 100) })
  }
  const uploadIds: string[] = []
  for (let count = 0; count < 3; count++) {
    const file = `id,entity,text,sentiment\n${inputs.map(({ text }, row) => `row-${count}-${row},Xbox,${text},positive`).join('\n')}`
    const response = await fetch(`${url}/imports?name=tweets.csv`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: file,
    })
    uploadIds.push(((await response.json()) as { uploadId: string }).uploadId)
  }
  await ask(url, START, { input: { uploadId: uploadIds[0], idempotencyKey: 'first' } })
  const data = (await ask(url, COLLECT)) as Collected
  const classifications = data.entities.nodes.flatMap(node => node.classifications.nodes)
  const modelIds = data.models.nodes.map(({ id }) => id)
  const started = (await ask(url, RECLASSIFY, { input: { modelId: modelIds[0], idempotencyKey: 'first' } })) as {
    startReclassification: { reclassificationJob: { id: string } | null }
  }
  const job = started.startReclassification.reclassificationJob
  return {
    ids: {
      Entity: data.entities.nodes.map(({ id }) => id),
      Classification: classifications.map(({ id }) => id),
      Tweet: classifications.map(({ tweet }) => tweet.id),
      ModelVersion: modelIds,
      ImportJob: data.importJobs.nodes.map(({ id }) => id),
      ReclassificationJob: job === null ? [] : [job.id],
    },
    cursors: [data.entities, data.models, data.importJobs, ...data.entities.nodes.map(node => node.classifications)]
      .flatMap(({ edges }) => edges)
      .map(({ cursor }) => cursor),
    names: data.entities.nodes.map(({ name }) => name),
    versions: data.models.nodes.map(({ version }) => version),
    uploadIds,
  }
}

async function ask(url: string, query: string, variables?: object): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown }
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}
