import { isObject, type JsonObject, objectsIn, textOf } from '../parse-json.ts'
import { idOf, type KnownFormat, type KnownObject, knownRow } from './known-format.ts'
import { retweetText, xText } from './x-text.ts'

/** Tweets of the X API v1.1 and of its streams, one an object or as the result of a search; also what twarc wrote of it. */
export const xApiV1: KnownFormat = {
  name: 'X API v1.1',
  rows(object) {
    if (Array.isArray(object.statuses)) return objectsIn(object.statuses).flatMap(status => rowOf(status) ?? [])
    const row = rowOf(object)
    return row === null ? null : [row]
  },
}

function rowOf(tweet: JsonObject): KnownObject | null {
  const { user } = tweet
  const hasShape = 'id_str' in tweet || 'full_text' in tweet || 'retweet_count' in tweet
  const text = wholeText(tweet)
  if (!hasShape || !isObject(user) || text === null) return null
  return knownRow(tweet, {
    external_id: idOf(tweet.id_str, tweet.id),
    text: xText(text),
    author: screenName(user),
    posted_at: textOf(tweet.created_at),
  })
}

/** Streams cut a long text off and add it as `extended_tweet`; a retweet's own text is always cut off. */
function wholeText(tweet: JsonObject, isInner = false): string | null {
  const { retweeted_status: retweeted, extended_tweet: extended } = tweet
  if (isObject(retweeted) && !isInner) {
    const text = wholeText(retweeted, true)
    if (text !== null) return retweetText(isObject(retweeted.user) ? screenName(retweeted.user) : null, text)
  }
  const long = isObject(extended) ? textOf(extended.full_text) : null
  return long ?? textOf(tweet.full_text) ?? textOf(tweet.text)
}

const screenName = (user: JsonObject) => textOf(user.screen_name)
