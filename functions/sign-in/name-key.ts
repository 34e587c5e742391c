/** The one spelling in which names are compared: nobody remembers how they wrote a capital. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
