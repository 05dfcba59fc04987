/** Space for one date under an axis: the first one, which is not centred, and half of the next, also in a new year. */
export const TICK_WIDTH = { HOUR: 144, DAY: 104, WEEK: 104, MONTH: 88 } as const
