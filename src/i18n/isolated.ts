/** Opens and closes a part of a text whose order its surroundings leave alone (Unicode UAX #9: FSI, PDI). */
const OPENS = '\u2068';
const CLOSES = '\u2069';

/**
 * What is filled into a sentence that is read from right to left, so that it keeps its own order there: `+32 2 511 64 64`
 * would otherwise be read with its groups changed round. Figures alone can't change places, and stay as they are.
 */
export const isolated = (value: string): string => (/^\d+$/.test(value) ? value : OPENS + value + CLOSES);
