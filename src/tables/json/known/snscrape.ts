import { isObject, type JsonObject, textOf } from '../parse-json.ts'
import { idOf, type KnownFormat, knownRow } from './known-format.ts'
import { retweetText } from './x-text.ts'

/** Tweets of snscrape, and of twscrape, which took over its format. */
export const snscrape: KnownFormat = {
  name: 'snscrape',
  rows(tweet) {
    const { user } = tweet
    const text = wholeText(tweet)
    if (text === null || !isObject(user) || textOf(user.username) === null || !('date' in tweet)) return null
    return [
      knownRow(tweet, {
        external_id: idOf(tweet.id_str, tweet.id),
        text,
        author: textOf(user.username),
        posted_at: idOf(tweet.date),
      }),
    ]
  },
}

function wholeText(tweet: JsonObject, isInner = false): string | null {
  const { retweetedTweet: retweeted } = tweet
  if (isObject(retweeted) && !isInner) {
    const text = wholeText(retweeted, true)
    const { user } = retweeted
    if (text !== null) return retweetText(isObject(user) ? textOf(user.username) : null, text)
  }
  return textOf(tweet.rawContent) ?? textOf(tweet.content) ?? textOf(tweet.renderedContent)
}
