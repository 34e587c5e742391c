const DAY = 24 * 60 * 60;

const monthOf = (at: number) => new Date(at * 1000).toISOString().slice(0, 7);

/**
 * The first month whose tallies are kept (`2026-01`): those of this year and of the one before, so that there is a year's
 * time to make the figures of the last one. `at` in Unix seconds.
 */
export const firstOpenMonth = (at: number) => `${new Date(at * 1000).getUTCFullYear() - 1}-01`;

/** The last month of which there may be tallies: that of tomorrow, because east of Greenwich it begins earlier. */
export const lastOpenMonth = (at: number) => monthOf(at + DAY);
