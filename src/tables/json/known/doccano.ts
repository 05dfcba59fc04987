import { isObject, textOf } from '../parse-json.ts'
import { agreedLabel, idOf, type KnownFormat, knownRow } from './known-format.ts'

/** Texts of doccano, whose labels are a list: one a text for sentiment. Spans of a text (`[0, 4, "ORG"]`) are no sentiment. */
export const doccano: KnownFormat = {
  name: 'doccano',
  rows(example) {
    const { label, labels, meta } = example
    const given = Array.isArray(label) ? label : Array.isArray(labels) ? labels : null
    const text = textOf(example.text) ?? textOf(example.data)
    if (given === null || text === null) return null
    const own = isObject(meta) ? { ...meta, ...example } : example
    return [
      knownRow(own, {
        external_id: idOf(own.external_id, own.tweet_id, own.id),
        text,
        author: textOf(own.author),
        posted_at: idOf(own.posted_at, own.created_at),
        entity: textOf(own.entity),
        sentiment: agreedLabel(given),
      }),
    ]
  },
}
