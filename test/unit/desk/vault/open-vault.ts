import { vi } from 'vitest';
import type { VaultClient } from '../../../../src/desk/vault/client.ts';
import { begin } from '../../../../src/desk/vault/inside/begin.ts';
import { drillToSend, tokensOf } from '../../../../src/desk/vault/inside/drill.ts';
import { openOne } from '../../../../src/desk/vault/inside/open-one.ts';
import { boxItem } from '../../../../src/protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../../src/protocol/wire/digest.ts';
import { vaultHere } from '../surroundings.ts';

/** A vault that is already unlocked with one key, or with older ones too, and counts what it is asked to open. */
export function openVault(pair: CentrePair, ...older: CentrePair[]): VaultClient & { opened: () => number } {
  let count = 0;
  const pairs = [pair, ...older];
  const closed = vaultHere();
  return {
    ...closed,
    opened: () => count,
    begin: async (beginning) => {
      const begun = begin(beginning, pair);
      return begun ? { ok: true, ...begun } : { ok: false, code: 'message_unfit' };
    },
    drill: async (at) => {
      const made = await drillToSend(at, pair);
      return made ? { ok: true, ...made } : { ok: false, code: 'message_unfit' };
    },
    drills: async (ids) => ({ ok: true, tokens: tokensOf(ids, pairs) }),
    open: vi.fn<VaultClient['open']>(async (sealed) => {
      count += sealed.length;
      return { ok: true, opened: await Promise.all(sealed.map((one) => openOne(one, pairs))) };
    }),
    box: vi.fn<VaultClient['box']>(async (message, mailbox) => {
      const envelope = boxItem(message, pair, fromBase64url(mailbox) ?? new Uint8Array());
      return { ok: true, envelope: toBase64url(envelope ?? new Uint8Array()) };
    }),
    keep: vi.fn<VaultClient['keep']>(async (item) => {
      const envelope = boxItem(item, pair, pair.publicKey) ?? new Uint8Array();
      return { ok: true, envelope: toBase64url(envelope), digest: toBase64url(digestOf(envelope)) };
    }),
  };
}
