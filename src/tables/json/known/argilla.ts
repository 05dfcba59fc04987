import { isObject, type JsonObject, objectsIn, textOf } from '../parse-json.ts'
import { agreedLabel, idOf, type KnownFormat, knownRow } from './known-format.ts'

/** Records of Argilla 1 and 2. Only submitted responses are labels; a suggestion is a model's answer. */
export const argilla: KnownFormat = {
  name: 'Argilla',
  rows(record) {
    const { fields, responses, annotation, inputs } = record
    if (isObject(fields)) {
      const text = textOf(fields.text) ?? onlyText(fields)
      const isRecord = 'responses' in record || 'suggestions' in record
      if (text === null || !isRecord) return null
      return [knownRow(record, { ...ownOf(record), text, sentiment: agreedLabel(labelsIn(responses)) })]
    }
    if (isObject(inputs) && 'annotation' in record && 'prediction' in record) {
      const text = textOf(record.text) ?? textOf(inputs.text) ?? onlyText(inputs)
      return text === null ? null : [knownRow(record, { ...ownOf(record), text, sentiment: agreedLabel([annotation]) })]
    }
    return null
  },
}

/** The metadata has the columns of the file from which the records were made. */
function ownOf(record: JsonObject) {
  const metadata = isObject(record.metadata) ? record.metadata : {}
  return {
    external_id: idOf(metadata.external_id, metadata.tweet_id, record.external_id, record.id),
    author: textOf(metadata.author),
    posted_at: idOf(metadata.posted_at, metadata.created_at),
    entity: textOf(metadata.entity),
  }
}

/** The text of a record with a single one. */
function onlyText(fields: JsonObject): string | null {
  const texts = Object.values(fields).flatMap(value => textOf(value) ?? [])
  return texts.length === 1 ? (texts[0] ?? null) : null
}

/** Argilla 2 lists responses by question, Argilla 1 lists users with their values by question. */
function labelsIn(responses: unknown): readonly unknown[] {
  const isSubmitted = ({ status }: JsonObject) => status === undefined || status === 'submitted'
  if (isObject(responses)) {
    return objectsIn(firstQuestion(responses))
      .filter(isSubmitted)
      .map(({ value }) => value)
  }
  return objectsIn(responses)
    .filter(isSubmitted)
    .map(({ values }) => (isObject(values) ? firstQuestion(values) : null))
    .map(answer => (isObject(answer) ? answer.value : answer))
}

const firstQuestion = (questions: JsonObject) => questions.sentiment ?? questions.label ?? Object.values(questions)[0]
