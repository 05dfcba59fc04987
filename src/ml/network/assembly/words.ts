import { reserve } from './memory'
import { embeddingSize, floats } from './sizes'

let rows: usize = 0
let scales: usize = 0
let vector: usize = 0

/** Sets the addresses of the word vectors: float32 rows, or int8 rows with a scale each. Scales at 0 mean float32. */
export function setWords(rowsAt: usize, scalesAt: usize): void {
  rows = rowsAt
  scales = scalesAt
  if (scales !== 0) vector = reserve(embeddingSize)
}

/** Address of a word's vector; valid until the next call. */
export function vectorOf(word: i32): usize {
  if (scales === 0) return rows + floats(word * embeddingSize)
  const row = rows + <usize>(word * embeddingSize)
  const scale = load<f32>(scales + floats(word))
  for (let at = 0; at < embeddingSize; at++) {
    store<f32>(vector + floats(at), scale * <f32>load<i8>(row + <usize>at))
  }
  return vector
}
