import nacl from 'tweetnacl';
import { isLowOrder } from '../seal/low-order.ts';
import { makeSealedBox } from '../seal/sealed-box.ts';
import { utf8 } from '../wire/bytes.ts';
import { openBox } from './open-sealed-box.ts';
import { readVault, type Vault } from './vault.ts';

/** The own key of a member: an X25519 pair that no colleague has. What is meant for them alone is sealed to it. */
export type OwnKey = { publicKey: Uint8Array<ArrayBuffer>; secretKey: Uint8Array };

/** Draws an own key. */
export function drawOwnKey(): OwnKey {
  const { publicKey, secretKey } = nacl.box.keyPair();
  return { publicKey: new Uint8Array(publicKey), secretKey };
}

/** The own key of its secret half (32 bytes), which is taken over, not copied. */
export function ownKeyOf(secretKey: Uint8Array): OwnKey {
  return { publicKey: new Uint8Array(nacl.scalarMult.base(secretKey)), secretKey };
}

/**
 * Seals the centre's secret keys to the own key of somebody who is let in: libsodium's `crypto_box_seal` of the JSON of a
 * vault. Null where the key is one that everybody can open.
 */
export function sealVault(vault: Vault, boxKey: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (boxKey.length !== nacl.box.publicKeyLength || isLowOrder(boxKey)) return null;
  const box = makeSealedBox(boxKey)(utf8(JSON.stringify(vault)));
  return box && new Uint8Array(box);
}

/** Opens what `sealVault` made. Null where it was not made for this key, or holds no vault. */
export function openVaultBox(sealed: Uint8Array, own: OwnKey): Vault | null {
  const bytes = openBox(sealed, own);
  return bytes && readVault(bytes);
}
