import type { Pool } from 'pg'
import { createGatheringLoader } from '../gathering-loader.ts'
import { readVoices, type Voice, type VoiceScope } from './read-voices.ts'

interface VoiceRequest extends VoiceScope {
  readonly entityId: string
}

/** What all entities say together is summed once for all the entities that are asked about in one turn of the event loop, or meanwhile. */
export function createVoiceReader(pool: Pool): (request: VoiceRequest) => Promise<Voice> {
  const voices = createGatheringLoader((requests: readonly VoiceRequest[]) => readByScope(pool, requests))
  return request => voices.load(request)
}

async function readByScope(pool: Pool, requests: readonly VoiceRequest[]): Promise<readonly Voice[]> {
  const scopes = new Map<string, { readonly scope: VoiceScope; readonly places: number[] }>()
  for (const [place, scope] of requests.entries()) {
    const name = [scope.modelVersionId, scope.span.start, scope.span.end].join()
    const asked = scopes.get(name) ?? { scope, places: [] }
    scopes.set(name, asked)
    asked.places.push(place)
  }
  const answers = new Map<number, Voice>()
  for (const { scope, places } of scopes.values()) {
    const idOf = (place: number) => requests[place]?.entityId ?? ''
    const voices = await readVoices(pool, scope, [...new Set(places.map(idOf))])
    for (const place of places) answers.set(place, voices.get(idOf(place)) ?? SILENT)
  }
  return requests.map((_, place) => answers.get(place) ?? SILENT)
}

const SILENT: Voice = { own: 0, all: 0 }
