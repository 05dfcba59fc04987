import { hash, randomUUID } from 'node:crypto'
import type { TweetSource } from './request.ts'

/** sha256 of the trimmed text, in hex. It distinguishes two texts under one external id. */
export const textHash = (text: string): string => hash('sha256', text.trim(), 'hex')

/**
 * 32 bytes in hex, equal only for the same tweet. The identity is an external id together with the text, because ids of some data sets name
 * several texts; or the values of a row of a file. Without either, every call returns a new identity. A row of an export has the identity that its key
 * contains; if its text was edited, it is another tweet.
 */
export function tweetIdentity(source: TweetSource, hashOfText: string, text: string): string {
  switch (source.kind) {
    case 'external':
      return digest('external', source.externalId, hashOfText)
    case 'row': {
      // The migration `rows_without_ids` computes the same.
      const { author, postedAt, occurrence } = source
      return digest('row', hashOfText, author ?? '', String(postedAt?.getTime() ?? ''), String(occurrence))
    }
    case 'exported':
      return (
        identityOfKey(source.tweetKey, text) ??
        (source.externalId === null
          ? digest('exported', source.tweetKey ?? source.classificationId ?? '', hashOfText)
          : digest('external', source.externalId, hashOfText))
      )
    case 'none':
      // 244 random bits. Node draws the bits of many UUIDs at a time; separate random bytes would cost a tweet 5 us.
      return (randomUUID() + randomUUID()).replaceAll('-', '')
  }
}

/**
 * Names a stored tweet in exports, for every database, in hex: its identity, a check of its text, and the numbers of apostrophes before the
 * text and the author. Programs between an export and an import change line ends and other white space, and protect cells with apostrophes: the check ignores
 * both.
 */
export const tweetKey = (identity: string, text: string, author: string | null): string =>
  identity + checkOf(identity, text) + apostrophesBefore(text) + apostrophesBefore(author ?? '')

const checkOf = (identity: string, text: string) =>
  digest('key', identity, text.replace(/\s+/gu, ' ').replace(/^[ ']+| $/g, '')).slice(0, 8)

const apostrophesBefore = (text: string) =>
  Math.min(255, /^'*/.exec(text)?.[0].length ?? 0)
    .toString(16)
    .padStart(2, '0')

const KEY = /^([0-9a-f]{64})([0-9a-f]{8})[0-9a-f]{4}$/

/** Null if the key is not one of this text. */
function identityOfKey(key: string | null, text: string): string | null {
  const [, identity = '', check] = KEY.exec(key ?? '') ?? []
  return check !== undefined && checkOf(identity, text) === check ? identity : null
}

/** U+0000 cannot occur in a part, so different lists of parts have different digests. */
const digest = (...parts: readonly string[]) => hash('sha256', parts.join('\0'), 'hex')
