import { isObject, type JsonObject, objectsIn } from '../parse-json.ts'
import { agreedLabel, idOf, type KnownFormat, type KnownObject, knownRow } from './known-format.ts'
import { valuesByName } from './values-by-name.ts'

/**
 * Tasks of Label Studio, as JSON and as JSON-MIN. Their times are those of the annotation, never of the tweet: only a
 * time among the task's own data is one.
 */
export const labelStudio: KnownFormat = {
  name: 'Label Studio',
  rows(task) {
    const { data, annotations, completions } = task
    const annotated = Array.isArray(annotations) ? annotations : completions
    if (isObject(data) && Array.isArray(annotated)) {
      const { result, ...own } = data
      return [rowOf(own, agreedLabel(objectsIn(annotated).flatMap(choicesOf)), idOf(task.id))]
    }
    if (!('annotation_id' in task) || !('lead_time' in task)) return null
    const { id, annotation_id, annotator, lead_time, created_at, updated_at, agreement, ...own } = task
    const named = own.sentiment ?? own.label ?? own.choice ?? null
    const choices = isObject(named) && Array.isArray(named.choices) ? named.choices : [named]
    return [rowOf(own, agreedLabel(choices), idOf(id))]
  },
}

/** The choices of an annotation that was not skipped. */
function choicesOf(annotation: JsonObject): readonly unknown[] {
  if (annotation.was_cancelled === true) return []
  return objectsIn(annotation.result).flatMap(({ value }) =>
    isObject(value) && Array.isArray(value.choices) ? value.choices : [],
  )
}

/** The task's own data has the columns of the file from which the tasks were made. */
function rowOf(data: JsonObject, label: string | null, taskId: string | number | null): KnownObject {
  const values = valuesByName(data)
  return knownRow(data, { ...values, external_id: values.external_id ?? taskId, sentiment: label })
}
