import nacl from 'tweetnacl';
import type { DeskMessage, ReporterMessage } from '../../src/protocol/items/kinds/message.ts';
import type { Status } from '../../src/protocol/items/kinds/status.ts';
import { boxItem } from '../../src/protocol/seal/authenticated-box.ts';
import { type CentrePair, drawPair } from '../../src/protocol/seal/centre-pair.ts';
import { chainKey, chainMac } from '../../src/protocol/seal/chain-mac.ts';
import { sealItem } from '../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import type { CentreKey } from '../../src/protocol/wire/centre-key.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';
import { sampleAnswer, sampleStatus } from '../samples/answer.ts';
import { sampleMessage } from '../samples/message.ts';

/** A message as its side sends it, with the digest of its envelope. */
export type Written = { id: string; envelope: string; seq: number; digest: string };

/** What writes in a thread, each message behind those before it. */
export type WrittenThread = {
  /** The digest of the envelope that began the thread. */
  first: string;
  /** Of the reporter; `fields` are what a forger says otherwise. */
  reporter: (text: string, fields?: Partial<ReporterMessage>) => Written & { prev: string; mac: string };
  /** Of the desk, with the centre's own pair or another. */
  desk: (text: string, centre?: CentrePair) => Written;
  /** What the desk tells without a word. */
  status: (says: Status['says']) => Written;
};

/** The place of a message of the desk in its thread. */
type Chained = Pick<Status, 'seq' | 'prev' | 'seen'>;

const whole = (envelope: Uint8Array | null) => {
  if (!envelope) throw new Error('The item is too long for an envelope.');
  return { envelope: toBase64url(envelope), digest: toBase64url(digestOf(envelope)) };
};

/** Writes in a thread as its two sides do: every message names the one before and the newest of the other side. */
export function writtenThread({
  thread = randomId(),
  first = toBase64url(nacl.randomBytes(32)),
  mailbox = nacl.box.keyPair(),
  centre = drawPair() as CentreKey | CentrePair,
}: {
  thread?: string;
  first?: string;
  mailbox?: nacl.BoxKeyPair;
  centre?: CentreKey | CentrePair;
}): WrittenThread {
  const key = chainKey(mailbox.secretKey);
  const newest: { reporter: string; desk: string | null } = { reporter: first, desk: null };
  const seqs = { reporter: 0, desk: 0 };
  const fromDesk = (by: CentrePair | undefined, make: (place: Chained) => DeskMessage | Status) => {
    const pair = by ?? ('signingSeed' in centre ? centre : null);
    if (!pair) throw new Error('Nobody here can write for the desk.');
    const seq = ++seqs.desk;
    const item = make({ seq, prev: newest.desk, seen: newest.reporter });
    const { envelope, digest } = whole(boxItem(item, pair, mailbox.publicKey));
    newest.desk = digest;
    return { id: item.id, envelope, seq, digest };
  };
  return {
    first,
    reporter(text, fields = {}) {
      const [seq, prev] = [++seqs.reporter, newest.reporter];
      const from = { id: thread, mailbox: toBase64url(mailbox.publicKey) };
      const item = sampleMessage(from, text, { seq, prev, seen: newest.desk, ...fields });
      const { envelope, digest } = whole(sealItem(item, centre));
      newest.reporter = digest;
      const mac = chainMac(key, { thread, seq, prev, digest });
      return { id: item.id, envelope, seq, digest, prev, mac };
    },
    desk: (text, by) => fromDesk(by, (place) => sampleAnswer(thread, text, place)),
    status: (says) => fromDesk(undefined, (place) => sampleStatus(thread, says, place)),
  };
}
