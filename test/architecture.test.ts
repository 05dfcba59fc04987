import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Import, importsOf, sourceFiles } from './support/imports.ts'
import { NEW_CAPABILITY, ROOMS } from './support/rooms.ts'

const files = await sourceFiles('src')
const imports = files.flatMap(importsOf)

/** `src/ml/network/kernel.ts` is in `ml/network`, `src/labels.ts` is a room of its own. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/')
  return first === 'ml' ? `ml/${second}` : first
}

const isNewCapability = (room: string) => ROOMS[room] === undefined && existsSync(`src/${room}/capability.ts`)

const inner = imports.filter(({ target }) => target !== null) as readonly (Import & { readonly target: string })[]
const across = inner.filter(({ file, target }) => roomOf(file) !== roomOf(target))
const where = ({ file, line, specifier }: Import) => `${file}:${line} imports ${specifier}`

test('every folder of src is a room with a line in the table, or a new capability', () => {
  const rooms = [...new Set(files.map(roomOf))]
  expect(rooms.filter(room => ROOMS[room] === undefined && !isNewCapability(room))).toEqual([])
  expect(Object.keys(ROOMS).filter(room => !rooms.includes(room))).toEqual([])
})

test('a room imports only what its line allows', () => {
  const refused = across.filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)]
    if (file === 'src/api/capabilities.ts' && isNewCapability(to)) return false
    return !(ROOMS[from] ?? NEW_CAPABILITY).includes(to)
  })
  expect(refused.map(where)).toEqual([])
})

test('the table itself runs downwards, so no two rooms can reach each other', () => {
  const order = Object.keys(ROOMS)
  const upward = Object.entries(ROOMS).flatMap(([room, allowed]) =>
    allowed.filter(other => order.indexOf(other) <= order.indexOf(room)).map(other => `${room} -> ${other}`),
  )
  expect(upward).toEqual([])
})

test('no line allows what its room does not use', () => {
  const used = new Set(across.map(({ file, target }) => `${roomOf(file)} -> ${roomOf(target)}`))
  const ground = new Set([
    'statistics',
    'tables',
    'time',
    'concurrency',
    'process',
    'problem',
    'labels.ts',
    'config.ts',
  ])
  const unused = Object.entries(ROOMS).flatMap(([room, allowed]) =>
    allowed.filter(other => !ground.has(other) && !used.has(`${room} -> ${other}`)).map(other => `${room} -> ${other}`),
  )
  // What capabilities share is allowed to all of them.
  expect(unused.filter(arrow => !/-> (graphql|storage|ml\/network|ml\/language)$/.test(arrow))).toEqual([])
})

test('only storage has a clock of its own; everything else uses the clock of the database', () => {
  const own = files.filter(
    file => !file.startsWith('src/storage/') && readFileSync(file, 'utf8').includes('() => new Date()'),
  )
  expect(own).toEqual([])
})

test('no file reaches itself through its imports', () => {
  const targets = new Map(files.map(file => [file, inner.filter(one => one.file === file).map(({ target }) => target)]))
  const finished = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    const at = path.indexOf(file)
    if (at >= 0) circles.push([...path.slice(at), file].join(' > '))
    if (at >= 0 || finished.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...path, file])
    finished.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('a capability is opened by the list in api/ and by nothing else', () => {
  const openers = inner.filter(
    ({ file, target }) => target.endsWith('/capability.ts') && file !== 'src/api/capabilities.ts',
  )
  expect(openers.map(where)).toEqual([])
})

/** Packages that only these rooms may import. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(@pothos\/|graphql$|graphql\/|graphql-scalars)/, ['api', 'graphql', '*/graphql', '*/capability.ts']],
  [/^(@apollo\/|@as-integrations\/|fastify$|@fastify\/|graphql-ws|graphql-jit|helmet)/, ['api', 'graphql/errors.ts']],
  [/^(@prisma\/|prisma)/, ['storage']],
  [/^commander$/, ['cli', 'process/script-command.ts']],
]

test('packages of the edges stay at the edges', () => {
  const isAllowed = (file: string, places: readonly string[]) =>
    places.some(place =>
      place.startsWith('*/')
        ? file.includes(`/${place.slice(2)}/`) || file.endsWith(`/${place.slice(2)}`)
        : file === `src/${place}` || file.startsWith(`src/${place}/`),
    )
  const refused = imports.filter(({ file, specifier }) =>
    PACKAGES.some(([name, places]) => name.test(specifier) && !isAllowed(file, places)),
  )
  expect(refused.map(where)).toEqual([])
})

const linesWith = (pattern: RegExp, among: readonly string[]) =>
  among.flatMap(file =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
  )

test('only storage/ makes a database client', () => {
  expect(
    linesWith(
      /new (PrismaClient|Pool|Client|PrismaPg)\(/,
      files.filter(file => roomOf(file) !== 'storage'),
    ),
  ).toEqual([])
})

test('the environment is parsed once, and nothing else reads it', () => {
  // The entry, and the one place that sets a variable, for native code that reads it.
  const known = ['src/cli/main.ts', 'src/process/default-variable.ts']
  expect(
    linesWith(
      /process\.env/,
      files.filter(file => !known.includes(file)),
    ),
  ).toEqual([])
  // Defined once and called once.
  expect(linesWith(/\bconfigReader\(|from '.*\/config\.ts'.*parseConfig/, files)).toHaveLength(2)
})

test('resolvers call services: no database, no SQL', () => {
  const resolvers = files.filter(file => /^src\/[^/]+\/graphql\//.test(file))
  expect(resolvers.length).toBeGreaterThan(30)
  expect(linesWith(/\bdatabase\.\w|[{,]\s*database\s*[,}]|\.query\(|\bSELECT\s/, resolvers)).toEqual([])
})

test('no folder is a grab-bag', () => {
  expect(files.filter(file => /\/(utils?|helpers?|common|misc|shared)\//.test(file))).toEqual([])
})

test('pages import nothing of the server, and the sample nothing of either', async () => {
  const pages = (await sourceFiles('web')).flatMap(importsOf)
  expect(pages.filter(({ target }) => target !== null && !/^(web|sample)\//.test(target)).map(where)).toEqual([])
  const sample = (await sourceFiles('sample')).filter(file => file !== 'sample/main.ts').flatMap(importsOf)
  expect(sample.filter(({ target }) => target !== null && !target.startsWith('sample/')).map(where)).toEqual([])
})
