import type { CheckedRequest } from './check-request.ts'
import { textHash, tweetIdentity } from './tweet-identity.ts'

/** One tweet together with one entity; a single object even if a batch contains it several times. */
export interface DistinctMention {
  /** Identity and entity key; unique within a batch. */
  readonly key: string
  readonly identity: string
  readonly textHash: string
  readonly request: CheckedRequest
}

/** The mention of each request. Same length and order; equal mentions are the same object. */
export function distinctMentions(requests: readonly CheckedRequest[]): readonly DistinctMention[] {
  const seen = new Map<string, DistinctMention>()
  const keys = requests.map(request => {
    const hashOfText = textHash(request.text)
    const identity = tweetIdentity(request.source, hashOfText, request.text)
    const key = `${identity} ${request.entityKey}`
    const mention = seen.get(key)
    if (mention === undefined) seen.set(key, { key, identity, textHash: hashOfText, request })
    else if (mention.request.importedLabel === null && request.importedLabel !== null) {
      // The first label of a mention stays, even if it comes with a repetition.
      seen.set(key, { ...mention, request: { ...mention.request, importedLabel: request.importedLabel } })
    }
    return key
  })
  return keys.flatMap(key => seen.get(key) ?? [])
}
