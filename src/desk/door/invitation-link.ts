/** The code of an invitation in the fragment of an address, sixteen digits; null where there is none. */
export function codeIn(hash: string): string | null {
  return /^#(\d{16})$/.exec(hash)?.[1] ?? null;
}
