// biome-ignore-all lint/style/useConst: the host changes these variables through the exports of kernel.ts
/*
 * The network's shape and the batch's limits. The host sets the first block before it calls `configure`, which derives
 * the second.
 */
export let embeddingSize: i32 = 0
/** Number of marks; each is one more input of the gates, 0 or 1. */
export let markCount: i32 = 0
export let hiddenSize: i32 = 0
/**
 * Both directions, pooled, through a dense layer to three labels and a relevance; otherwise one direction, whose last
 * state is the output.
 */
export let isPooled: bool = false
/** Whether states and the recurrent kernel are multiplied in bytes: see `quantised.ts`. */
export let isQuantised: bool = false
export let denseSize: i32 = 0
export let outputs: i32 = 0
/** A row of fewer tokens starts from the state after this many unmasked zeros, minus its length; 0 for none. */
export let mostPads: i32 = 0
/** Number of words whose projection is cached, from id 0; at most the vocabulary's size. */
export let tableLines: i32 = 0
export let weightBytes: i32 = 0
export let mostRows: i32 = 0
export let mostTokens: i32 = 0

/** hiddenSize rounded up so that the gates fill whole blocks; weights and states of the added units are zero. */
export let units: i32 = 0
export let gateColumns: i32 = 0
/** Size of h and c. */
export let stateBytes: usize = 0
export let denseColumns: i32 = 0
/** Number of features of a row: the last state, or three vectors per direction. */
export let featureSize: i32 = 0

export function deriveSizes(): void {
  units = (hiddenSize + 3) & ~3
  gateColumns = 4 * units
  stateBytes = floats(2 * units)
  denseColumns = (denseSize + 15) & ~15
  featureSize = isPooled ? 6 * hiddenSize : hiddenSize
}

/** Size of `count` floats in bytes. */
export function floats(count: i32): usize {
  return (<usize>count) << 2
}
