/**
 * SQL for the time up to which everything is indexed, in the snapshot of the query that it is part of: when the oldest change that waits was
 * begun, or now where none waits.
 */
export const INDEXED_AS_OF = 'coalesce((SELECT min(queued_at) FROM indexing_queue), now())'
