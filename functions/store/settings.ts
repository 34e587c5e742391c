import { type Hex, hexBytes } from './blob.ts';

/** The secret (32 bytes) behind sign-in challenges, drawn when the store was made. Throws when the store was not. */
export async function signInPepper(db: D1Database): Promise<Uint8Array<ArrayBuffer>> {
  const pepper = await db
    .prepare("SELECT hex(value) AS value FROM settings WHERE key = 'sign_in_pepper'")
    .first<Hex>('value');
  if (!pepper) throw new Error('The store has no sign-in pepper.');
  return hexBytes(pepper);
}
