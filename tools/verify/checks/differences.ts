/** One thing in which a site is not its build: what, as a sentence, and at which address. */
export type Difference = { what: string; where: string };

/** Differences as lines to print: the same thing at many addresses is one line, with some of them. */
export function listDifferences(differences: readonly Difference[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const { what, where } of differences) places.set(what, (places.get(what) ?? new Set()).add(where));
  return [...places].map(([what, where]) => `✗ ${what}\n    at ${listPlaces([...where])}`);
}

/** Addresses that are named; of more, so many and their number. */
const NAMED = 5;

function listPlaces(places: readonly string[]): string {
  const rest = places.length - NAMED;
  return `${places.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
