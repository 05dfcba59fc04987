// biome-ignore-all lint/style/useConst: what never changes here is changed by the host, through the exports of kernel.ts
/*
 * The network's shape and the batch's limits. The host sets the first block before it calls `configure`; the second follows from it.
 */
export let embeddingSize: i32 = 0
/** Bits in a token's marks; each is one more input of the gates, 0 or 1. */
export let markCount: i32 = 0
export let hiddenSize: i32 = 0
/** Both directions, pooled, through a dense layer to three labels and a relevance; else one direction, whose last state is asked. */
export let isPooled: bool = false
/** Whether states and the recurrent kernel are multiplied in bytes: see `quantised.ts`. */
export let isQuantised: bool = false
export let denseSize: i32 = 0
export let outputs: i32 = 0
/** Rows of fewer tokens start from the state that this many unmasked zeros leave behind, less their length; 0 for none. */
export let mostPads: i32 = 0
/** Words whose projection is kept, from id 0: at most the vocabulary's size. */
export let tableLines: i32 = 0
export let weightBytes: i32 = 0
export let mostRows: i32 = 0
export let mostTokens: i32 = 0

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
