import { importsOf, sourceFiles } from '../support/imports.ts'

/** Rooms that everything may import; arrows to them would only hide the others. */
const GROUND = ['statistics', 'tables', 'time', 'concurrency', 'process', 'problem', 'labels.ts', 'version.ts']

/** What is drawn in one frame. A room that is named nowhere is a capability. */
const FRAMES: readonly { readonly title: string; readonly rooms: readonly string[] }[] = [
  { title: 'process', rooms: ['cli', 'serve.ts', 'application.ts'] },
  { title: 'roof', rooms: ['api'] },
  { title: 'capabilities', rooms: [] },
  {
    title: 'capabilities that others use',
    rooms: ['classification', 'analytics', 'evidence', 'labelling', 'models', 'entities'],
  },
  { title: 'kit', rooms: ['indexing', 'jobs', 'graphql', 'storage', 'config.ts'] },
  { title: 'machine learning: no database, GraphQL or HTTP', rooms: [] },
  { title: 'ground: every room may import it', rooms: GROUND },
]

/** `src/ml/network/kernel.ts` is in `ml/network`, `src/labels.ts` is a room of its own. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/')
  return first === 'ml' ? `ml/${second}` : first
}

/** The rooms of src/ and the imports between them, as a Mermaid flowchart. An arrow is omitted if a longer way says the same. */
export async function roomDiagram(): Promise<string> {
  const files = await sourceFiles('src')
  const rooms = [...new Set(files.map(roomOf))].sort()
  const imported = new Map(rooms.map(room => [room, new Set<string>()]))
  for (const { file, target } of files.flatMap(importsOf)) {
    if (target === null) continue
    const [from, to] = [roomOf(file), roomOf(target)]
    if (from !== to && !GROUND.includes(from) && !GROUND.includes(to)) imported.get(from)?.add(to)
  }
  const arrows = rooms.flatMap(from =>
    [...(imported.get(from) ?? [])]
      .filter(to => ![...(imported.get(from) ?? [])].some(other => other !== to && reaches(imported, other, to)))
      .sort()
      .map(to => `  ${idOf(from)} --> ${idOf(to)}`),
  )
  const frames = FRAMES.map(({ title }, index) =>
    [
      `  subgraph frame${index}["${title}"]`,
      ...rooms.filter(room => frameOf(room) === title).map(room => `    ${idOf(room)}["${room}"]`),
      '  end',
    ].join('\n'),
  )
  return ['flowchart TD', ...frames, ...arrows].join('\n')
}

function frameOf(room: string): string {
  if (room.startsWith('ml/')) return 'machine learning: no database, GraphQL or HTTP'
  return FRAMES.find(({ rooms }) => rooms.includes(room))?.title ?? 'capabilities'
}

function reaches(imported: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const next = imported.get(from)
  return next !== undefined && (next.has(to) || [...next].some(other => reaches(imported, other, to)))
}

/** Mermaid knows neither slashes nor dots in names. */
const idOf = (room: string) => room.replace(/\W/g, '_')

const BLOCK = /(?<=```mermaid\n)[\s\S]*?(?=\n```)/

/** A document with its flowchart replaced. */
export const withDiagram = (document: string, diagram: string) => document.replace(BLOCK, () => diagram)
