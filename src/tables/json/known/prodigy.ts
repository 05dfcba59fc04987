import { isObject, textOf } from '../parse-json.ts'
import { agreedLabel, idOf, type KnownFormat, knownRow } from './known-format.ts'

/** Annotations of Prodigy. `_timestamp` is the time of the annotation, and a rejected label is none. */
export const prodigy: KnownFormat = {
  name: 'Prodigy',
  rows(task) {
    const text = textOf(task.text)
    if (text === null || !('_input_hash' in task)) return null
    const { answer, accept, label } = task
    const chosen = Array.isArray(accept) ? accept : [label]
    const own = isObject(task.meta) ? { ...task.meta, ...task } : task
    return [
      knownRow(own, {
        // The hash names the text in all sessions.
        external_id: idOf(own.external_id, own.tweet_id, own.id, own._input_hash),
        text,
        author: textOf(own.author),
        posted_at: idOf(own.posted_at, own.created_at),
        entity: textOf(own.entity),
        sentiment: answer === 'accept' || answer === undefined ? agreedLabel(chosen) : null,
      }),
    ]
  },
}
