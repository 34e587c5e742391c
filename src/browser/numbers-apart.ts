/** Digits in groups that are one: a telephone number, a date. */
const NUMBER = /(\+?\p{Nd}[\p{Nd}\p{Zs}./()-]+\p{Nd})/u;

/**
 * A text in parts, every second of which is a number in groups. Among letters that run to the left these would stand in turned
 * order, and somebody would dial them so: what draws them overrides that (`<bdo dir="ltr">`).
 */
export const numbersApart = (text: string): string[] => text.split(NUMBER);
