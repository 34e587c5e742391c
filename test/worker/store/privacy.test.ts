import { expect, it } from 'vitest';
import { fromBase64url, toBase64url, utf8 } from '../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { ask } from '../support/ask.ts';
import { joinedMember, sessionOf } from '../support/member.ts';
import { newReferral, put, reporterMessage } from '../support/referral.ts';
import { dumpStore } from '../support/rows.ts';

const ADDRESS = '203.0.113.45';
const BROWSER = 'Mozilla/5.0 (KnownBrowser 12.34)';
const from = {
  'CF-Connecting-IP': ADDRESS,
  'X-Forwarded-For': ADDRESS,
  'User-Agent': BROWSER,
  'Accept-Language': 'ro-RO',
  Referer: 'https://pag-asa.test/ro/secret-path',
};

const digestText = (envelope: string) => toBase64url(digestOf(fromBase64url(envelope) ?? new Uint8Array()));

it('keeps what was sent, when, and nothing of who sent it or with what', async () => {
  const referral = await newReferral('They took my passport in Charleroi.');
  await put(referral.id, referral.body, from);
  const message = reporterMessage(referral, 'My name is Anastasia.');
  await ask('/api/mailbox', { json: message, headers: { ...from, ...referral.headers } });
  await ask('/api/mailbox', { headers: { ...from, ...referral.headers } });
  await sessionOf(await joinedMember());

  const dump = await dumpStore();
  const digest = await crypto.subtle.digest('SHA-256', utf8(ADDRESS));
  const hash = toBase64url(new Uint8Array(digest));
  const token = referral.headers.Authorization.replace('Bearer ', '');
  const { mailbox, salt } = referral.body;
  const words = [
    ...[...Object.values(from), 'KnownBrowser', hash, token, mailbox, salt],
    ...['passport', 'Charleroi', 'Anastasia'],
  ];
  for (const word of words) expect(JSON.stringify(dump)).not.toContain(word);

  expect(dump.threads).toEqual([
    {
      id: referral.id,
      key_id: expect.stringMatching(/^.{11}$/),
      mailbox_hash: expect.stringMatching(/^.{43}$/),
      salt: expect.stringMatching(/^.{59}$/),
      state: 'new',
      received_at: expect.any(Number),
      read_at: null,
      taken_by: null,
      taken_at: null,
      state_entry: null,
      closed_day: null,
      purge_day: null,
      rounded: null,
      rev: 1,
      changed: expect.any(Number),
      thrown_id: null,
      thrown_by: null,
      thrown_at: null,
      bytes: expect.any(Number),
      digest: digestText(referral.body.envelope),
      sealed: referral.body.envelope,
    },
  ]);
  expect(dump.messages).toEqual([
    {
      id: message.id,
      thread_id: referral.id,
      rev: 1,
      author: 'reporter',
      seq: 1,
      member_id: null,
      at: expect.any(Number),
      prev: digestText(referral.body.envelope),
      mac: message.mac,
      digest: digestText(message.envelope),
      sealed: message.envelope,
    },
  ]);
  // A table more is one more place where something of a person could be kept: it is to be looked at here.
  expect(Object.keys(dump).sort()).toEqual([
    'acts',
    'arrivals',
    'audit',
    'bell_ways',
    'changes',
    'drafts',
    'duty',
    'duty_told',
    'entries',
    'handoffs',
    'handovers',
    'invites',
    'members',
    'messages',
    'next_keys',
    'purged',
    'purges',
    'retention',
    'saved_answers',
    'sessions',
    'settings',
    'tallies',
    'threads',
    'tombstones',
    'used_challenges',
    'vouches',
    'ways_in',
  ]);
});

it('draws the secret behind sign-in challenges when the store is made', async () => {
  const { settings } = await dumpStore();
  expect(settings).toEqual([{ key: 'sign_in_pepper', value: expect.stringMatching(/^[\w-]{43}$/) }]);
});
