import type { CheckedRequest } from './check-request.ts'
import { textHash, tweetIdentity } from './tweet-identity.ts'

/** One tweet asked about one entity, however often a batch holds it. */
export interface DistinctMention {
  /** Identity and entity key: no two of a batch have the same. */
  readonly key: string
  readonly identity: string
  readonly textHash: string
  readonly request: CheckedRequest
}

/** The mention of each request, in the same order; what is the same mention is the same object. */
export function distinctMentions(requests: readonly CheckedRequest[]): readonly DistinctMention[] {
  const seen = new Map<string, DistinctMention>()
  return requests.map(request => {
    const hashOfText = textHash(request.text)
    const identity = tweetIdentity(request.source, hashOfText)
    const key = `${identity} ${request.entityKey}`
    const mention = seen.get(key) ?? { key, identity, textHash: hashOfText, request }
    seen.set(key, mention)
    return mention
  })
}
