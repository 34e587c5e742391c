/**
 * Whether a key of what a page hands to its script whole (`script.…`, `walk.…`) is used there: each of its names stands in
 * `sources`, the scripts of forms and mailbox, as a property or as the text of one.
 */
export function isSaidByScript(key: string, sources: string): boolean {
  const [first, ...names] = key.split('.');
  const isWhole = first === 'script' || first === 'walk';
  return isWhole && names.every((name) => new RegExp(`(?:\\.|['"])${name}\\b`).test(sources));
}
