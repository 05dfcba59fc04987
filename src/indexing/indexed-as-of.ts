/**
 * SQL for the time up to which all changes are indexed, in the snapshot of its query. It is the time of the oldest queued change, or now if
 * none is queued.
 */
export const INDEXED_AS_OF = 'coalesce((SELECT min(queued_at) FROM indexing_queue), now())'
