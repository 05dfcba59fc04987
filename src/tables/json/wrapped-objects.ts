import { fieldOf } from '../columns.ts'
import { isObject, type JsonObject } from './parse-json.ts'

/**
 * The objects with tweets in an object that only wraps them: in a list, such as `{"data": […]}` or `{"tweets": […]}`, or by their ids or
 * numbers, such as `{"0": {…}, "1": {…}}`. Null for other objects.
 */
export function wrappedObjects(object: JsonObject): readonly JsonObject[] | null {
  if (namesText(object)) return null
  const entries = Object.entries(object)
  if (entries.length > 0 && entries.every(([key, value]) => /^\d+$/.test(key) && isObject(value) && namesText(value))) {
    return entries.map(([key, value]) => withId(key, value as JsonObject))
  }
  const lists = Object.values(object).filter(
    (value): value is JsonObject[] => Array.isArray(value) && value.length > 0 && value.every(isObject),
  )
  const ofTweets = lists.filter(([first]) => first !== undefined && namesText(first))
  return ofTweets.length === 1 ? (ofTweets[0] ?? null) : null
}

/** A short number is a position in a table. */
const withId = (key: string, object: JsonObject): JsonObject =>
  key.length < 8 || Object.keys(object).some(name => fieldOf(name) === 'externalId') ? object : { ...object, id: key }

const namesText = (object: JsonObject) =>
  Object.entries(object).some(([name, value]) => typeof value === 'string' && fieldOf(name) === 'text')
