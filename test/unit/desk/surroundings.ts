import nacl from 'tweetnacl';
import { type Api, createApi } from '../../../src/desk/api/client.ts';
import type { VaultClient } from '../../../src/desk/vault/client.ts';
import type { FirstItem } from '../../../src/protocol/items/item.ts';
import type { Referral } from '../../../src/protocol/items/kinds/referral.ts';
import type { Request } from '../../../src/protocol/items/kinds/request.ts';
import type { State } from '../../../src/protocol/items/kinds/state.ts';
import { sealVault } from '../../../src/protocol/keys/own-key.ts';
import { vaultOf } from '../../../src/protocol/keys/vault.ts';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import { type CentrePair, type CentreSecret, centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import { sealItem } from '../../../src/protocol/seal/sealed-box.ts';
import type { ThreadRow } from '../../../src/protocol/wire/api/threads.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { type CentreKey, describeCentreKey } from '../../../src/protocol/wire/centre-key.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { newPassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { vaultHere as vaultAt } from '../../../tools/bench/desk/vault-here.ts';
import { sampleState } from '../../samples/desk-items.ts';
import { sampleReferral } from '../../samples/referral.ts';
import { sampleRequest } from '../../samples/request.ts';

/** An API that answers nothing but what the test gives. */
export function fakeApi(routes: Partial<Api>): Api {
  const fetch = () => Promise.resolve(Response.json({ error: { code: 'forbidden' } }, { status: 403 }));
  return { ...createApi({ fetch, wait: () => Promise.resolve() }), ...routes };
}

/** A vault that runs here instead of in a Web Worker. */
export const vaultHere = (): VaultClient => vaultAt('https://desk.test');

/** A vault with keys of the centre in it, newest first, unlocked as signing in does it. */
export async function unlockedVault(...keys: CentreSecret[]): Promise<VaultClient> {
  const vault = vaultHere();
  const invited = await vault.invited(drawReceiptCode());
  const [newest] = keys;
  if (!invited.ok || !newest) throw new Error('Nobody is invited.');
  const box = sealVault(vaultOf(keys), fromBase64url(invited.boxKey) ?? new Uint8Array());
  const drawn = await vault.draw();
  if (!drawn.ok) throw new Error(drawn.code);
  await vault.prove(drawn.passphrase, newPassphraseKdf());
  const enrolled = await vault.enrol(
    toBase64url(box ?? new Uint8Array()),
    describeCentreKey(centrePair(newest)),
  );
  if (!enrolled.ok) throw new Error(enrolled.code);
  await vault.unlock(enrolled.vault);
  return vault;
}

export const mailboxKeys = nacl.box.keyPair();

const mailbox = toBase64url(mailboxKeys.publicKey);

/** A referral with nothing in it but what the test gives, answered in the mailbox of these keys. */
export const referral = (fields: Partial<Referral> = {}): Referral => sampleReferral({ mailbox, ...fields });

/** A request with nothing in it but what it must hold and what the test gives. */
export const request = (fields: Partial<Request> = {}): Request => sampleRequest({ mailbox, ...fields });

/** How the worker keeps a referral or request sealed to a key of the centre: its row, and its envelope. */
export function storedOf(
  item: FirstItem,
  key: CentreKey,
  fields: Partial<ThreadRow> = {},
): { row: ThreadRow; envelope: string } {
  const sealed = sealItem(item, key) ?? new Uint8Array();
  const digest = toBase64url(digestOf(sealed));
  const row = { id: item.id, changed: 1, state: 'new', receivedAt: 1000, rev: 1 } as const;
  return { row: { ...row, bytes: sealed.length, digest, ...fields }, envelope: toBase64url(sealed) };
}

/** What a member says with taking a thread that is stored so, or with giving it back: the entry that its row then names. */
export function saidOf(
  item: FirstItem,
  row: ThreadRow,
  centre: CentrePair,
  fields: Partial<State> = {},
): { id: string; envelope: string } {
  const state = sampleState(item.id, { first: row.digest, mailbox: item.mailbox }, fields);
  const boxed = boxItem(state, centre, centre.publicKey) ?? new Uint8Array();
  return { id: state.id, envelope: toBase64url(boxed) };
}

/** The row in which the worker keeps a referral or request sealed to `publicKey`. */
export const rowOf = (...asked: Parameters<typeof storedOf>): ThreadRow => storedOf(...asked).row;
