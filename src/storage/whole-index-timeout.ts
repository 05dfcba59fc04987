/** For statements that read a whole index, or move what is in one: seconds for a million mentions, and nobody waits for them with a request. */
export const WHOLE_INDEX_TIMEOUT_MS = 10 * 60_000
