import { isObject, textOf } from '../parse-json.ts'
import { idOf, type KnownFormat, knownRow } from './known-format.ts'
import { xText } from './x-text.ts'

/** The files of a downloaded X (Twitter) archive: `tweets.js`, `tweet.js`, `like.js` and `note-tweet.js`. */
export const xArchive: KnownFormat = {
  name: 'X archive',
  rows({ tweet, like, noteTweet }) {
    if (isObject(tweet)) {
      const text = textOf(tweet.full_text) ?? textOf(tweet.text)
      if (text === null) return null
      const row = {
        external_id: idOf(tweet.id_str, tweet.id),
        text: xText(text),
        posted_at: textOf(tweet.created_at),
      }
      return [knownRow(tweet, row)]
    }
    if (isObject(like) && textOf(like.fullText) !== null) {
      return [knownRow(like, { external_id: idOf(like.tweetId), text: xText(String(like.fullText)) })]
    }
    if (isObject(noteTweet) && isObject(noteTweet.core)) {
      const text = textOf(noteTweet.core.text)
      if (text === null) return null
      const row = {
        external_id: idOf(noteTweet.noteTweetId),
        text: xText(text),
        posted_at: textOf(noteTweet.createdAt),
      }
      return [knownRow(noteTweet, row)]
    }
    return null
  },
}
