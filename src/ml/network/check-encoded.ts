import type { EncodedText } from './engine.ts'
import type { ModelManifest } from './manifest.ts'

/**
 * Throws a `RangeError` for a text that the model cannot read. Engines trust their input: an invalid id would address
 * other memory.
 */
export function checkEncoded(rows: readonly EncodedText[], { network, preprocessing }: ModelManifest): void {
  const { maxTokens } = preprocessing
  const { vocabularySize } = network
  const markLimit = network.kind === 'pooled-bilstm' ? 2 ** network.marks : 1
  const contexts = network.kind === 'pooled-bilstm' ? network.contextHeads.length : 1
  for (const [index, { tokenIds, marks, context }] of rows.entries()) {
    if (tokenIds.length > maxTokens) {
      throw new RangeError(`Row ${index} has ${tokenIds.length} tokens; the model reads at most ${maxTokens}.`)
    }
    const strayId = tokenIds.find(id => !(id >= 0 && id < vocabularySize))
    if (strayId !== undefined) {
      throw new RangeError(`Row ${index} has token id ${strayId}; valid ids are 0 to ${vocabularySize - 1}.`)
    }
    if (marks && marks.length !== tokenIds.length) {
      throw new RangeError(`Row ${index} has ${tokenIds.length} tokens but marks for ${marks.length}.`)
    }
    const strayMarks = marks?.find(bits => bits >= markLimit)
    if (strayMarks !== undefined) {
      throw new RangeError(`Row ${index} has the marks ${strayMarks}; valid marks are 0 to ${markLimit - 1}.`)
    }
    if (!(Number.isInteger(context) && context >= 0 && context < contexts)) {
      throw new RangeError(`Row ${index} has context ${context}; valid contexts are 0 to ${contexts - 1}.`)
    }
  }
}
