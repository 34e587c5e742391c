/** The most threads with which one is linked. */
export const MOST_LINKED = 64;
