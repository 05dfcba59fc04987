import type { AnsweringModel, AnsweringModels } from '../../src/models/answering-models.ts'
import { fail, succeed } from '../../src/problem/problem.ts'

/** Always the same model; no other can be promoted. */
export const oneModel = (model: AnsweringModel): AnsweringModels => ({
  withCurrent: async work => succeed(await work(model, null)),
  withVersion: async (version, work) => {
    if (version === null || version === model.classifier.version) return succeed(await work(model.classifier))
    return fail('UNAVAILABLE', `Only ${model.classifier.version} answers here.`)
  },
  refresh: async () => {},
})
