/** In a statement: the number that the next change gets which the desk sees. Triggers remember it. */
export const NEXT_CHANGE = '(SELECT n + 1 FROM changes WHERE one = 1)';
