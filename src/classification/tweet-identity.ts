import { hash, randomUUID } from 'node:crypto'
import type { TweetSource } from './request.ts'

/** sha256 of the trimmed text, in hex. It distinguishes two texts under one external id. */
export const textHash = (text: string): string => hash('sha256', text.trim(), 'hex')

/**
 * 32 bytes in hex, equal only for the same tweet. The identity is an external id together with the text, because ids of some data sets name
 * several texts; or a row of a file. Without either, every call returns a new identity.
 */
export function tweetIdentity(source: TweetSource, hashOfText: string): string {
  switch (source.kind) {
    case 'external':
      return digest('external', source.externalId, hashOfText)
    case 'file':
      return digest('file', source.fileSha256, String(source.row))
    case 'none':
      // 244 random bits. Node draws the bits of many UUIDs at a time; separate random bytes would cost a tweet 5 us.
      return (randomUUID() + randomUUID()).replaceAll('-', '')
  }
}

/** U+0000 cannot occur in a part, so different lists of parts have different digests. */
const digest = (...parts: readonly string[]) => hash('sha256', parts.join('\0'), 'hex')
