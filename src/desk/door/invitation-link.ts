/**
 * The secret of an invitation in the fragment of an address, or null when there is none: what follows `#`, where it
 * could be 32 bytes in base64url. Anchors of the page are shorter.
 */
export function secretIn(hash: string): string | null {
  const fragment = hash.replace(/^#/, '');
  return /^[A-Za-z0-9_-]{30,}$/.test(fragment) ? fragment : null;
}
