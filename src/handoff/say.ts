import type { ParseKeys } from 'i18next';

/**
 * Gives a string of the desk in the language of the page, its places filled: what is said of a case in words, at the desk
 * and on the page of another centre alike.
 */
export type Say = (key: ParseKeys<'desk'>, values?: Readonly<Record<string, string | number>>) => string;
