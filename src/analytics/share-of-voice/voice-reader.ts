import type { Pool } from 'pg'
import { createGatheringLoader } from '../gathering-loader.ts'
import { readVoices, type Voice, type VoiceScope } from './read-voices.ts'

interface VoiceRequest extends VoiceScope {
  readonly entityId: string
}

/** Counts all entities once for all the requests that arrive in one turn of the event loop, or while other requests are read. */
export function createVoiceReader(pool: Pool): (request: VoiceRequest) => Promise<Voice> {
  const voices = createGatheringLoader((requests: readonly VoiceRequest[]) => readByScope(pool, requests))
  return request => voices.load(request)
}

async function readByScope(pool: Pool, requests: readonly VoiceRequest[]): Promise<readonly Voice[]> {
  const scopes = new Map<string, { readonly scope: VoiceScope; readonly indexes: number[] }>()
  for (const [index, scope] of requests.entries()) {
    const name = [scope.modelVersionId, scope.span.start, scope.span.end, scope.dated].join()
    const known = scopes.get(name) ?? { scope, indexes: [] }
    scopes.set(name, known)
    known.indexes.push(index)
  }
  const answers = new Map<number, Voice>()
  for (const { scope, indexes } of scopes.values()) {
    const idOf = (index: number) => requests[index]?.entityId ?? ''
    const voices = await readVoices(pool, scope, [...new Set(indexes.map(idOf))])
    for (const index of indexes) answers.set(index, voices.get(idOf(index)) ?? SILENT)
  }
  return requests.map((_, index) => answers.get(index) ?? SILENT)
}

const SILENT: Voice = { own: 0, all: 0 }
