import { hash, randomUUID } from 'node:crypto'
import type { TweetSource } from './request.ts'

/** sha256 of the trimmed text, in hex: what tells two texts under one external id apart. */
export const textHash = (text: string): string => hash('sha256', text.trim(), 'hex')

/**
 * 32 bytes in hex, equal for the same tweet and for no other: an external id together with the text (ids of some data sets name
 * several texts), or a file's row. Without either, every call is a new tweet.
 */
export function tweetIdentity(source: TweetSource, hashOfText: string): string {
  switch (source.kind) {
    case 'external':
      return digest('external', source.externalId, hashOfText)
    case 'file':
      return digest('file', source.fileSha256, String(source.row))
    case 'none':
      // 244 random bits, which Node draws for many at a time; as many bytes by themselves cost a single tweet 5 us.
      return (randomUUID() + randomUUID()).replaceAll('-', '')
  }
}

/** U+0000 cannot occur in a part, so no two lists of parts run together. */
const digest = (...parts: readonly string[]) => hash('sha256', parts.join('\0'), 'hex')
