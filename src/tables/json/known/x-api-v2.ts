import { fieldOf } from '../../columns.ts'
import { isObject, type JsonObject, objectsIn, textOf } from '../parse-json.ts'
import { idOf, type KnownFormat, type KnownObject, knownRow } from './known-format.ts'
import { retweetText, xText } from './x-text.ts'

/** Pages, stream messages and single tweets of the X API v2; also what twarc2 writes. */
export const xApiV2: KnownFormat = {
  name: 'X API v2',
  rows(object) {
    const { data } = object
    const tweets = Array.isArray(data) ? objectsIn(data) : isObject(data) ? [data] : null
    if (tweets === null) return isTweet(object) ? [rowOf(object, NO_INCLUDES)] : null
    const hasOtherData = tweets.some(tweet => !isTweetOfPage(tweet))
    if (hasOtherData || (tweets.length === 0 && !('meta' in object))) return null
    const includes = includesOf(object)
    return tweets.map(tweet => rowOf(tweet, includes))
  },
}

interface Includes {
  readonly userNames: ReadonlyMap<unknown, string>
  readonly tweets: ReadonlyMap<unknown, JsonObject>
}

const NO_INCLUDES: Includes = { userNames: new Map(), tweets: new Map() }

function includesOf({ includes }: JsonObject): Includes {
  if (!isObject(includes)) return NO_INCLUDES
  return {
    userNames: new Map(
      objectsIn(includes.users).flatMap(({ id, username }) =>
        typeof username === 'string' ? [[id, username] as const] : [],
      ),
    ),
    tweets: new Map(objectsIn(includes.tweets).map(tweet => [tweet.id, tweet])),
  }
}

/** The API gives no label; a labelled table of another program would lose its labels. */
const isTweetOfPage = (tweet: JsonObject) =>
  textOf(tweet.text) !== null &&
  idOf(tweet.id) !== null &&
  !Object.keys(tweet).some(key => ['label', 'entity'].includes(fieldOf(key) ?? ''))

/** A tweet on its own needs more than a text and an id, which any table has. */
const isTweet = (tweet: JsonObject) =>
  isTweetOfPage(tweet) &&
  ('edit_history_tweet_ids' in tweet || 'conversation_id' in tweet || 'author_id' in tweet || '__twarc' in tweet)

function rowOf(tweet: JsonObject, includes: Includes): KnownObject {
  return knownRow(tweet, {
    external_id: idOf(tweet.id),
    text: xText(wholeText(tweet, includes)),
    author: authorOf(tweet, includes),
    posted_at: textOf(tweet.created_at),
  })
}

/** A long text is in `note_tweet`; a retweet's text is cut off, and the included tweet has it. */
function wholeText(tweet: JsonObject, includes: Includes): string {
  const retweeted = objectsIn(tweet.referenced_tweets).find(({ type }) => type === 'retweeted')
  if (retweeted !== undefined) {
    // twarc2 puts the included tweet into the reference.
    const original = textOf(retweeted.text) === null ? includes.tweets.get(retweeted.id) : retweeted
    if (original !== undefined)
      return retweetText(authorOf(original, includes) ?? retweetedName(tweet), ownText(original))
  }
  return ownText(tweet)
}

function ownText(tweet: JsonObject): string {
  const note = tweet.note_tweet
  return (isObject(note) ? textOf(note.text) : null) ?? textOf(tweet.text) ?? ''
}

/** The name in `RT @name: …`, if the page includes no user. */
const retweetedName = (tweet: JsonObject) => /^RT @(\w+):/.exec(String(tweet.text))?.[1] ?? null

function authorOf(tweet: JsonObject, { userNames }: Includes): string | null {
  const { author } = tweet
  return userNames.get(tweet.author_id) ?? (isObject(author) ? textOf(author.username) : null)
}
