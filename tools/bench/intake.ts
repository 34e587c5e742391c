import type { Referral } from '../../src/protocol/items/referral.ts';
import { sealItem } from '../../src/protocol/seal/sealed-box.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import type { CentreKey } from '../../src/protocol/wire/centre-key.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';
import { RIVALS } from './rivals.ts';
import type { Row } from './table.ts';

/** Under the limit of a minute and an address, which is 120: the limit is not what is measured here. */
const REFERRALS = 50;
const AT_ONCE = 16;

type Sealed = { path: string; body: string };

/** A referral of some lines, sealed to a key of the centre, as a browser would send it. */
export function sealReferral(key: CentreKey): Sealed {
  const id = randomId();
  const random = (bytes = 32) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)));
  const referral: Referral = {
    v: 1,
    kind: 'referral',
    thread: id,
    id,
    mailbox: random(),
    formLanguage: 'nl',
    who: 'me',
    danger: 'unsure',
    speaks: 'ro',
    answer: { way: 'mailbox' },
    happening: ['papers', 'pay'],
    place: 'Brussel',
    story: 'I work in a kitchen, every day. He keeps my passport. I would like to talk to somebody first.',
  };
  const envelope = sealItem(referral, key);
  if (!envelope) throw new Error('The referral could not be sealed');
  const body = JSON.stringify({ envelope: toBase64url(envelope), mailbox: random(), salt: random(16) });
  return { path: `/api/referrals/${id}`, body };
}

/** Sends referrals to a site on this computer, one at a time and many at once. Throws when one is not accepted. */
export async function benchIntake(origin: string, key: CentreKey): Promise<Row[]> {
  const draw = () => Array.from({ length: REFERRALS }, () => sealReferral(key));
  const alone = await rate(origin, draw(), 1);
  const together = await rate(origin, draw(), AT_ONCE);
  return [
    {
      what: 'referrals accepted a second, one at a time',
      ours: alone.toFixed(0),
      theirs: `GlobaLeaks ${RIVALS.oneAtATime.GlobaLeaks}`,
    },
    {
      what: `referrals accepted a second, ${AT_ONCE} at once`,
      ours: together.toFixed(0),
      theirs: 'GlobaLeaks refused half of 12 at 4',
    },
  ];
}

/** How many referrals a second are accepted when so many are on their way at once. */
async function rate(origin: string, sealed: Sealed[], atOnce: number): Promise<number> {
  const queue = [...sealed];
  const start = performance.now();
  const lane = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const answer = await fetch(origin + next.path, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', Origin: origin },
        body: next.body,
      });
      if (answer.status !== 201) throw new Error(`A referral was answered with ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return sealed.length / ((performance.now() - start) / 1000);
}
