import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { AUTHENTICATED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { readStore } from '../../../tools/store/read-store.ts';
import { ask } from '../support/ask.ts';
import { handOff, newHandoff } from '../support/handing-on.ts';
import { memberOnDuty } from '../support/member.ts';
import { noise, sentReferral } from '../support/referral.ts';
import { emptyStore } from '../support/rows.ts';

it('gives whoever opens a store without the desk all that the desk could open', async () => {
  await emptyStore();
  const member = await memberOnDuty();
  const { id: thread } = await sentReferral();
  const { body } = await newHandoff();
  await handOff(member, thread, body);
  const envelope = noise(AUTHENTICATED_BOX, 1024);
  const [handover, tally, saved] = [randomId(), randomId(), randomId()];
  const month = new Date().toISOString().slice(0, 7);
  for (const [path, json] of [
    [`handovers/${handover}`, { thread, to: null, envelope }],
    [`tallies/${tally}`, { month, envelope }],
    [`saved-answers/${saved}`, { rev: 0, envelope }],
  ] as const) {
    const { status } = await ask(`/api/desk/${path}`, { json, headers: member.headers });
    expect(status).toBeLessThan(300);
  }
  const told = (await readStore(env.DB, env.SECOND)).map(({ thread, id, author }) => ({
    thread,
    id,
    author,
  }));
  expect(told[0]).toEqual({ thread, id: thread, author: 'reporter' });
  expect(told.slice(1)).toHaveLength(4);
  expect(told).toEqual(
    expect.arrayContaining([
      { thread, id: body.id, author: 'centre' },
      { thread, id: handover, author: 'centre' },
      { thread: tally, id: tally, author: 'centre' },
      { thread: saved, id: saved, author: 'centre' },
    ]),
  );
});
