/** What keyboards and programs write where a person means an apostrophe. */
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4\u0060]/g;

/** What they write where a person means a hyphen: every dash, and the minus sign. */
const HYPHENS = /[\p{Pd}\u2212]/gu;

/**
 * The one spelling of a name, whatever the keyboard made of it: composed (NFKC), typographic apostrophes and dashes as
 * the plain ones, nothing invisible, one space where there were several, none at the ends.
 */
export function normaliseName(name: string): string {
  return name
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(HYPHENS, '-')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** The spelling in which names are compared: nobody remembers how they wrote a capital. */
export function nameKeyOf(name: string): string {
  return normaliseName(normaliseName(name).toLowerCase());
}
