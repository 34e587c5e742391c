/** The most threads that one is said to be the same as. */
export const MOST_SAME = 16;
