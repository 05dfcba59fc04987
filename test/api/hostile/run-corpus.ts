import { Agent } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import { answerFault } from './answer-fault.ts'
import { createChooser } from './chooser.ts'
import { type HostileRequest, hostileRequest } from './hostile-request.ts'
import { collectMaterials } from './materials.ts'
import { sendHostile } from './send-hostile.ts'
import { type Memory, startWatchedServer } from './watched-server.ts'

export interface CorpusOptions {
  readonly schema: GraphQLSchema
  readonly seed: number
  readonly requestCount: number
  /** Settings of the server, such as its database. */
  readonly environment: Readonly<Record<string, string>>
  readonly onProgress?: (done: number) => void
}

export interface CorpusReport {
  /** Each fault of the server, with the request that caused it. */
  readonly findings: readonly string[]
  /** Number of answers by status. */
  readonly statuses: ReadonlyMap<string, number>
  /** Operations that returned data: without these, only the checks were tried. */
  readonly withData: number
  readonly memory: { readonly before: Memory; readonly after: Memory }
}

const CONCURRENCY = 8
/** Caches are full by then. */
const WARM_UP_SHARE = 0.4
/** A stall is reported after it has ended, when its request may have been answered. */
const REMEMBERED_MS = 3000

export async function runCorpus(options: CorpusOptions): Promise<CorpusReport> {
  const { schema, seed, requestCount, environment, onProgress = () => {} } = options
  const server = await startWatchedServer(environment)
  const findings: string[] = []
  const statuses = new Map<string, number>()
  const recent = new Map<HostileRequest, number>()
  let withData = 0
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY })
  try {
    const materials = await collectMaterials(server.url)
    const chooser = createChooser(seed)
    await server.memory()
    server.onStall(cpuMs => {
      const suspects = [...recent.keys()].map(described).join('\n  ')
      findings.push(`The event loop was blocked for ${cpuMs} ms of processor time, during one of\n  ${suspects}`)
    })

    const one = async (hostile: HostileRequest) => {
      recent.set(hostile, Number.POSITIVE_INFINITY)
      const answer = await sendHostile(server.url, hostile, agent).catch((error: Error) => error)
      recent.set(hostile, performance.now())
      for (const [old, endedAt] of recent) if (endedAt < performance.now() - REMEMBERED_MS) recent.delete(old)
      const status = answer instanceof Error ? 'none' : String(answer.status ?? 'closed')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (!(answer instanceof Error)) {
        if (/"data":\{"[^"]+":[^n]/.test(answer.text)) withData++
        const [, uploadId] = /"uploadId":"([^"]+)"/.exec(answer.text) ?? []
        if (answer.status === 201 && uploadId !== undefined) materials.uploadIds.push(uploadId)
      }
      const fault = answer instanceof Error ? `No answer: ${answer.message}` : answerFault(answer)
      if (fault !== null) findings.push(`${fault}\n  ${described(hostile)}`)
    }

    const send = async (count: number, offset: number) => {
      let sent = 0
      const worker = async () => {
        while (sent < count && server.ended() === null) {
          sent++
          if ((sent + offset) % 500 === 0) onProgress(sent + offset)
          await one(hostileRequest(schema, materials, chooser))
        }
      }
      await Promise.all(Array.from({ length: CONCURRENCY }, worker))
    }
    const warmUpCount = Math.round(requestCount * WARM_UP_SHARE)
    await send(warmUpCount, 0)
    if (server.ended() !== null) return ended()
    const before = await server.memory()
    await send(requestCount - warmUpCount, warmUpCount)
    if (server.ended() !== null) return ended()
    const after = await server.memory()
    for (const line of server.logged) findings.push(`Logged: ${line.slice(0, 1500)}`)
    return { findings, statuses, withData, memory: { before, after } }
  } finally {
    agent.destroy()
    if (server.ended() === null) await server.stop()
  }

  function ended(): CorpusReport {
    const suspects = [...recent.keys()].map(described).join('\n  ')
    const nothing = { heapMb: 0, rssMb: 0 }
    const log = server.logged.slice(-20).join('\n')
    findings.push(`The server ended (${server.ended()}), during one of\n  ${suspects}\n${log}`)
    return { findings, statuses, withData, memory: { before: nothing, after: nothing } }
  }
}

function described(hostile: HostileRequest): string {
  const text =
    hostile.kind === 'http'
      ? `${hostile.method} ${hostile.path.slice(0, 1500)} ${JSON.stringify(hostile.headers)} ${String(hostile.body ?? '').slice(0, 3000)}${hostile.leavesAfterMs === undefined ? '' : ` (leaves after ${hostile.leavesAfterMs} ms)`}`
      : JSON.stringify(hostile)
  return text.slice(0, 4000)
}
