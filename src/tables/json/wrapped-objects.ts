import { fieldOf } from '../columns.ts'
import { isObject, type JsonObject } from './parse-json.ts'

/** The objects with tweets in an object that only wraps their list, such as `{"data": […]}` or `{"tweets": […]}`; null for other objects. */
export function wrappedObjects(object: JsonObject): readonly JsonObject[] | null {
  if (namesText(object)) return null
  const lists = Object.values(object).filter(
    (value): value is JsonObject[] => Array.isArray(value) && value.length > 0 && value.every(isObject),
  )
  const ofTweets = lists.filter(([first]) => first !== undefined && namesText(first))
  return ofTweets.length === 1 ? (ofTweets[0] ?? null) : null
}

const namesText = (object: JsonObject) =>
  Object.entries(object).some(([name, value]) => typeof value === 'string' && fieldOf(name) === 'text')
