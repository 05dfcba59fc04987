/*
 * The network's shape and the batch's limits. The host sets the first block before it calls `configure`; the second follows from it.
 */
export const embeddingSize: i32 = 0
/** Bits in a token's marks; each is one more input of the gates, 0 or 1. */
export const markCount: i32 = 0
export const hiddenSize: i32 = 0
/** Both directions, pooled, through a dense layer to three labels and a relevance; else one direction, whose last state is asked. */
export const isPooled: bool = false
export const denseSize: i32 = 0
export const outputs: i32 = 0
/** Rows of fewer tokens start from the state that this many unmasked zeros leave behind, less their length; 0 for none. */
export const mostPads: i32 = 0
/** Words whose projection is kept, from id 0: at most the vocabulary's size. */
export const tableLines: i32 = 0
export const weightBytes: i32 = 0
export const mostRows: i32 = 0
export const mostTokens: i32 = 0

/** hiddenSize rounded up so that the gates fill whole blocks; weights and states of the units added are zero. */
export let units: i32 = 0
export let gateColumns: i32 = 0
/** h and c. */
export let stateBytes: usize = 0
export let denseColumns: i32 = 0
/** What the states of one row come to: the last one, or three vectors for each direction. */
export let featureSize: i32 = 0

export function deriveSizes(): void {
  units = (hiddenSize + 3) & ~3
  gateColumns = 4 * units
  stateBytes = floats(2 * units)
  denseColumns = (denseSize + 15) & ~15
  featureSize = isPooled ? 6 * hiddenSize : hiddenSize
}

/** Bytes of so many floats. */
export function floats(count: i32): usize {
  return (<usize>count) << 2
}
