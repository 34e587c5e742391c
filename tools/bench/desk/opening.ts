import nacl from 'tweetnacl';
import type { VaultClient } from '../../../src/desk/vault/client.ts';
import { openOne } from '../../../src/desk/vault/inside/open-one.ts';
import type { Sealed } from '../../../src/desk/vault/requests.ts';
import { importX25519 } from '../../../src/protocol/keys/box-key.ts';
import { type CentreSecret, centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { sealedBoxNonce } from '../../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { HEADER_BYTES } from '../../../src/protocol/wire/envelope.ts';
import { compare, type Round } from '../rounds.ts';
import { sealReferral } from '../sealed-referral.ts';
import { type Row, ratioRow } from '../table.ts';

const ENVELOPES = 1000;
const ROUNDS = 5;

/**
 * How often the time that tweetnacl needs for nothing but the boxes the desk may take for a referral, out of base64url, with its
 * JSON read and checked: where WebCrypto knows X25519, and where it doesn't.
 */
const GOALS = { quick: 1 / 0.6, slow: 1 / 1.3 };

/** Opens referrals in an unlocked vault with these keys, and their bare boxes with tweetnacl, in turn. */
export async function benchOpening(vault: VaultClient, secrets: readonly CentreSecret[]): Promise<Row[]> {
  const pairs = secrets.map(centrePair);
  const [newest] = pairs;
  if (!newest) throw new Error('There is no key to open with.');
  const sealed = Array.from({ length: ENVELOPES }, () => {
    const { path, envelope } = sealReferral(newest);
    const id = path.slice(path.lastIndexOf('/') + 1);
    return {
      envelope,
      asked: { from: 'reporter', thread: id, id, envelope: toBase64url(envelope) } satisfies Sealed,
    };
  });
  const asked = sealed.map((each) => each.asked);

  const timed =
    (open: () => Promise<number> | number): Round =>
    async () => {
      const start = performance.now();
      if ((await open()) !== ENVELOPES) throw new Error('A referral did not open.');
      return ENVELOPES / ((performance.now() - start) / 1000);
    };
  const bare = timed(() => {
    const boxes = sealed.map(({ envelope }) => {
      const ephemeral = envelope.subarray(HEADER_BYTES, HEADER_BYTES + 32);
      const nonce = sealedBoxNonce(ephemeral, newest.publicKey);
      return nacl.box.open(envelope.subarray(HEADER_BYTES + 32), nonce, ephemeral, newest.secretKey);
    });
    return boxes.filter((box) => box !== null).length;
  });
  const inVault = timed(async () => {
    const opening = await vault.open(asked);
    return opening.ok ? opening.opened.filter(({ ok }) => ok).length : 0;
  });
  const slowly = timed(async () => {
    const opened = await Promise.all(asked.map((one) => openOne(one, pairs)));
    return opened.filter(({ ok }) => ok).length;
  });

  const rows = [
    ratioRow(
      'referrals opened a second, without X25519 of WebCrypto',
      await compare(ROUNDS, slowly, bare),
      'bare tweetnacl',
      GOALS.slow,
    ),
  ];
  if (await importX25519(newest.secretKey))
    rows.push(
      ratioRow(
        'referrals opened a second by the desk',
        await compare(ROUNDS, inVault, bare),
        'bare tweetnacl',
        GOALS.quick,
      ),
    );
  return rows;
}
