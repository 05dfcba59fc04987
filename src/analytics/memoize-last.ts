/**
 * `ask`, remembering its last answer: the fields of a page of entities all ask for the same.
 * @param nameOf the same name only for questions with the same answer.
 */
export function rememberLast<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Answer,
  nameOf: (...question: Question) => string,
): (...question: Question) => Answer {
  let last: { readonly name: string; readonly answer: Answer } | null = null
  return (...question) => {
    const name = nameOf(...question)
    if (last?.name !== name) last = { name, answer: ask(...question) }
    return last.answer
  }
}
